/** Style and tradecraft, which `check` looks for and a build does not. */
const styleSeverities = {
  'unread-guess': 'warning',
  'no-judgement': 'warning',
  'no-source': 'warning',
  'source-without-link': 'warning',
  'repeated-link': 'warning',
  'tracking-parameter': 'warning',
  'likelihood-word': 'warning',
  'mixed-likelihoods': 'warning',
  'likelihood-with-confidence': 'warning',
  'absolute-claim': 'warning',
  'no-summary': 'warning',
  'long-summary': 'warning',
  'untagged-actor': 'warning',
  'unmentioned-actor': 'warning',
  'image-without-text': 'warning',
  'lookalike-letter': 'warning',
  'direction-control': 'warning',
} as const satisfies Record<string, Severity>;

/**
 * Every diagnostic code, with its severity. A code is a promise to people who filter or switch off
 * rules: it is never renamed. Warnings can be switched in site.yaml under `check:`; errors can not.
 */
export const diagnosticSeverities = {
  // The content tree
  'missing-site': 'error',
  'stray-file': 'error',
  symlink: 'error',
  'not-a-file': 'error',
  unreadable: 'error',
  'file-too-large': 'error',
  'over-limit': 'error',
  'not-utf8': 'error',
  'bad-name': 'error',
  'host-file': 'error',
  // Front matter
  'no-front-matter': 'error',
  'unclosed-front-matter': 'error',
  'front-matter-language': 'error',
  'yaml-syntax': 'error',
  'yaml-alias': 'error',
  'forbidden-key': 'error',
  'unknown-key': 'error',
  'missing-key': 'error',
  'wrong-type': 'error',
  'bad-value': 'error',
  'bad-date': 'error',
  'bad-timestamp': 'error',
  'bad-url': 'error',
  'bad-path': 'error',
  'bad-id': 'error',
  'bad-zone': 'error',
  'bad-language': 'error',
  'date-mismatch': 'error',
  // Names
  'name-collision': 'error',
  'duplicate-id': 'error',
  'unknown-actor': 'error',
  'unknown-topic': 'error',
  'unknown-story': 'error',
  'unknown-article': 'error',
  'ambiguous-name': 'error',
  'merge-cycle': 'error',
  'broader-cycle': 'error',
  // The site
  'url-collision': 'error',
  'above-tlp-ceiling': 'error',
  // The ledger
  'bad-ledger': 'error',
  'lost-address': 'error',
  'lost-entry': 'error',
  'withheld-address': 'warning',
  'published-above-tlp-ceiling': 'warning',
  'still-published': 'warning',
  'swallowed-text': 'warning',
  'missing-authority': 'warning',
  'future-date': 'warning',
  'empty-briefing': 'warning',
  'dead-link': 'warning',
  'refused-link': 'warning',
  'low-contrast': 'warning',
  'missing-glyph': 'warning',
  ...styleSeverities,
  // Where it is asked for
  'outside-link': 'warning',
} as const satisfies Record<string, Severity>;

export type Severity = 'error' | 'warning';
export type DiagnosticCode = keyof typeof diagnosticSeverities;
export const diagnosticCodes = Object.keys(diagnosticSeverities) as readonly DiagnosticCode[];
export const styleCodes = Object.keys(styleSeverities) as readonly DiagnosticCode[];
/** The rules that `check:` in site.yaml can set to `error`, `warning` or `off`. */
export const switchableCodes = diagnosticCodes.filter(
  (code) => diagnosticSeverities[code] === 'warning',
);
