/** Texts as somebody writes who wants to get out of the place where they will stand. */
import { pick, pickNumber } from './campaign.ts';

type Random = () => number;

const words = [
  'Seoul',
  'talks',
  'a',
  'Kim Jong Un',
  'AT&T',
  '3 < 4',
  'حكومة',
  '日本',
  '🦘',
  'é',
  '1.',
];

const markup = [
  ...['<script>alert(1)</script>', '<SCRIPT SRC=//evil.example/x.js>', '</script>', '<script'],
  ...['<img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', '<svg><script>alert(1)</script>'],
  ...[
    '<iframe srcdoc="<script>alert(1)</script>">',
    '<object data=x>',
    '<embed src=x>',
    '<base href=//e>',
  ],
  ...['<form action=//evil.example><input>', '<style>*{}</style>', '<link rel=stylesheet href=x>'],
  ...[
    '<meta http-equiv=refresh content="0;url=//e">',
    '<a href="javascript:alert(1)">x</a>',
    '<p style=x>',
  ],
  ...[
    '</p></div></article></main></body></html>',
    '<p',
    '<',
    '</',
    '<a href="',
    '" onclick="alert(1)',
  ],
  ...[
    "' onclick='alert(1)",
    '`onclick=alert(1)`',
    '<!--',
    '-->',
    '--!>',
    '<!-->',
    '<![CDATA[',
    ']]>',
  ],
  ...[
    '<?xml version="1.0"?>',
    '?>',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '&b;',
    '%b;',
    '</title>',
    '</textarea>',
  ],
  ...[
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<math><mtext><table><mglyph><style>',
  ],
  ...[
    '<x onpointerrawupdate=a>',
    '<plaintext>',
    '</content:encoded>',
    '</item><item>',
    '<br/>',
    '<hr>',
  ],
  ...[
    '{{ 7 * 7 }}',
    '{{ view |> safe }}',
    '{{> alert }}',
    '${7}',
    '{% raw %}',
    '<%= 7 %>',
    '\\',
    '\\\\"',
  ],
];

const references = [
  ...[
    '&lt;script&gt;',
    '&#60;script&#62;',
    '&#x3c;b&#x3e;',
    '&LT;b&GT;',
    '&quot;',
    '&apos;',
    '&#0;',
    '&#x0;',
  ],
  ...[
    '&#1;',
    '&#8;',
    '&#11;',
    '&#12;',
    '&#13;',
    '&#x1b;',
    '&#127;',
    '&#x80;',
    '&#x9f;',
    '&#xd800;',
  ],
  ...[
    '&#xdfff;',
    '&#xfdd0;',
    '&#xfffe;',
    '&#xffff;',
    '&#x1fffe;',
    '&#x10ffff;',
    '&#x110000;',
    '&#9999999;',
  ],
  ...[
    '&#0000000000012;',
    '&#x00000000001;',
    '&#99999999999;',
    '&Tab;',
    '&NewLine;',
    '&nbsp;',
    '&shy;',
  ],
  ...[
    '&amp;lt;',
    '&amp;#12;',
    '&amp',
    '&notit;',
    '&ZeroWidthSpace;',
    '&rlm;',
    '&#x202e;',
    '&#x2067;',
    '&#8297;',
  ],
  ...[
    '&colon;',
    '&sol;',
    '&bsol;',
    '&#47;',
    '&lpar;',
    '&rsqb;',
    '&grave;',
    '&NoBreak;',
    '&CounterClockwiseContourIntegral;',
  ],
];

const characters = [
  ...[
    '\u0001',
    '\u0007',
    '\u0008',
    '\u000b',
    '\u000c',
    '\u001b',
    '\u001f',
    '\u007f',
    '\u0085',
    '\u009f',
  ],
  ...[
    '\ufdd0',
    '\ufdd1',
    '\ufdef',
    '\ufffe',
    '\uffff',
    '\u{1fffe}',
    '\u{10ffff}',
    '\ud800',
    '\udc00',
    '\udbff',
  ],
  ...[
    '\u202a',
    '\u202b',
    '\u202c',
    '\u202d',
    '\u202e',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
    '\u200e',
    '\u200f',
  ],
  ...[
    '\u200b',
    '\u2028',
    '\u2029',
    '\ufeff',
    '\u00ad',
    '\u00a0',
    '\u3164',
    '\t',
    'e\u0301',
    '\u{e0041}',
  ],
];

const addresses = [
  ...[
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'javascript&colon;alert(1)',
    'javascript&#58;alert(1)',
  ],
  ...[
    '&#106;avascript:alert(1)',
    '&#0000106avascript:alert(1)',
    'java&Tab;script:alert(1)',
    '%6aavascript:alert(1)',
  ],
  ...[
    'java&NewLine;script:alert(1)',
    '&#1;javascript:alert(1)',
    '&#32;javascript:alert(1)',
    '\\javascript:alert(1)',
  ],
  ...[
    'javascript\u200b:alert(1)',
    '\u0001javascript:alert(1)',
    'ｊavascript:alert(1)',
    'java\\script:alert(1)',
  ],
  ...[
    'vbscript:x',
    'VBScript&colon;x',
    'data:text/html,<script>alert(1)</script>',
    'DATA&colon;text/html,x',
  ],
  ...[
    'data:image/svg+xml;base64,PHN2Zz4=',
    'blob:https://a.example/x',
    'file:///etc/passwd',
    'view-source:x',
    'feed:x',
  ],
  ...[
    '//evil.example/',
    '/\\evil.example/',
    '\\\\evil.example/',
    '\\/evil.example/',
    '/%2f/evil.example/',
    '///evil.example',
  ],
  ...[
    '/..//evil.example/',
    '/.//evil.example/',
    '/a/..//evil.example/',
    '..//..//evil.example/',
    '/&sol;evil.example/',
  ],
  ...[
    '/&#47;evil.example/',
    '/&Tab;/evil.example/',
    './/evil.example/',
    '/%5cevil.example/',
    '%2f%2fevil.example',
    ':x',
  ],
  ...[
    'https:evil.example',
    'https:/evil.example',
    'https:\\\\evil.example',
    'https://user:pw@evil.example/',
    'https://',
  ],
  ...[
    'https://a.example/"onclick="alert(1)',
    "https://a.example/'x",
    'https://a.example/?a=<b>&c',
    'mailto:a@b.example?c=<d>',
  ],
  ...[
    'https://a.example/[x](y)',
    'http://[::1]/',
    'https://日本.example/',
    'HTTPS://A.EXAMPLE',
    'mailto:',
    'https://a.example/`',
  ],
  ...[
    '#"><script>',
    '?a="><script>',
    '/a b/',
    '/日本/',
    '../x/',
    '',
    '#',
    '/%zz',
    '/%ff',
    '/%00/',
    '/a%0d%0ab/',
    'x:y',
  ],
];

const fences = [
  'js',
  '"><script>',
  'c++ {1}',
  "a'onclick='b",
  '&quot;&gt;',
  '&#0000000000012;x',
  '\u202e',
  '`x',
  '{{7}}',
];

/** A piece of one line, without Markdown of its own meaning. */
export function makePhrase(random: Random, pieces = pickNumber(random, 1, 5)): string {
  const lists = [words, words, markup, references, characters];
  return Array.from({ length: pieces }, () => pick(random, pick(random, lists))).join(
    pick(random, [' ', ' ', '']),
  );
}

/** An address: hostile mostly, in one of the forms that Markdown has. */
export function makeAddress(random: Random): string {
  const plain = pick(random, addresses);
  const address = random() < 0.2 ? plain + pick(random, [...references, ...characters]) : plain;
  return random() < 0.5 ? address : `<${address}>`;
}

function makeTitle(random: Random): string {
  const phrase = random() < 0.5 ? makePhrase(random) : '';
  return phrase === '' ? '' : pick(random, [` "${phrase}"`, ` '${phrase}'`, ` (${phrase})`]);
}

/** Markdown of one line or a few. */
export function makeInline(random: Random, depth = 0): string {
  const inner = (): string =>
    depth < 4 && random() < 0.4 ? makeInline(random, depth + 1) : makePhrase(random);
  const makers: readonly (() => string)[] = [
    () => makePhrase(random),
    () => `*${inner()}*`,
    () => `**${inner()}** ~~${inner()}~~`,
    () => `\`${makePhrase(random)}\` \`\` ${makePhrase(random)} \`\``,
    () => `[${inner()}](${makeAddress(random)}${makeTitle(random)})`,
    () => `![${inner()}](${makeAddress(random)}${makeTitle(random)})`,
    () => `[![${inner()}](${makeAddress(random)})](${makeAddress(random)})`,
    () => `[${inner()}][${pick(random, ['r1', 'r2', 'none'])}] [r1] ![r2][]`,
    () => `<${pick(random, addresses)}> <a@b.example> <https://a.example/${makePhrase(random, 1)}>`,
    () => `^[${inner()}] [^1] [^2] [^${makePhrase(random, 1)}]`,
    () => `${inner()}\\\n${inner()}  \n${inner()}`,
    () => `${inner()}\n${inner()}`,
    () =>
      '*_`[~^!<&\\'.charAt(pickNumber(random, 0, 9)).repeat(pickNumber(random, 1, 30)) + inner(),
  ];
  return Array.from({ length: pickNumber(random, 1, 2) }, () => pick(random, makers)()).join(
    pick(random, [' ', '']),
  );
}

function indent(text: string, first: string, rest = ' '.repeat(first.length)): string {
  return first + text.replaceAll('\n', `\n${rest}`);
}

function makeBlock(random: Random, depth = 0): string {
  const inner = (): string =>
    depth < 6 && random() < 0.5 ? makeBlock(random, depth + 1) : makeInline(random);
  const cell = (): string => makeInline(random).replaceAll('\n', ' ');
  const makers: readonly (() => string)[] = [
    () => makeInline(random),
    () => makeInline(random),
    () => `${'#'.repeat(pickNumber(random, 1, 7))} ${cell()}`,
    () => `${cell()}\n${pick(random, ['===', '---'])}`,
    () => indent(inner(), '> ', '> '),
    () => indent(inner(), pick(random, ['- ', '* ', '+ '])),
    () => indent(inner(), pick(random, ['1. ', '007) ', '999999999. '])),
    () => `- ${cell()}\n- ${cell()}\n\n  ${cell()}`,
    () => `| ${cell()} | ${cell()} |\n|:-:|--:|\n| ${cell()} | ${cell()} | ${cell()} |`,
    () => `\`\`\` ${pick(random, fences)}\n${makePhrase(random)}\n${pick(random, ['```', ''])}`,
    () => `~~~${pick(random, fences)}\n${makePhrase(random)}\n~~~`,
    () => indent(makePhrase(random), '    ', '    '),
    () => `[r1]: ${makeAddress(random)}${makeTitle(random)}\n[r2]: ${makeAddress(random)}`,
    () => `[^1]: ${indent(inner(), '', '    ')}`,
    () => `[^2]: ${cell()}\n\n    ${cell()}\n`,
    () => '>-*1 '.charAt(pickNumber(random, 0, 4)).repeat(pickNumber(random, 1, 20)) + inner(),
    () => pick(random, markup),
    () =>
      pick(random, [
        '***',
        '- - -',
        '\u000c',
        '\t',
        '&#12;',
        '<!-- a\n\nb -->',
        '---\ntitle: x\n---',
      ]),
  ];
  return pick(random, makers)();
}

/** A whole body. */
export function makeBody(random: Random): string {
  const blocks = Array.from({ length: pickNumber(random, 1, 6) }, () => makeBlock(random));
  return blocks.join(pick(random, ['\n\n', '\n\n', '\n']));
}

/** A text as YAML writes it, with everything escaped that may be. */
export function inYaml(text: string): string {
  const escaped = text.replace(
    /[^ !#-[\]-~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${escaped}"`;
}
