import { diagnosticCodes, diagnosticSeverities } from './codes.ts';
import type { Diagnostic } from './locate.ts';

/**
 * Formats diagnostics as one SARIF log (OASIS SARIF 2.1.0), which GitHub and editors read. Columns count
 * UTF-16 code units.
 * @param version that of Dateline
 */
export function formatSarif(diagnostics: readonly Diagnostic[], version: string): string {
  const rules = diagnosticCodes.map((id) => ({
    id,
    defaultConfiguration: { level: diagnosticSeverities[id] },
  }));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Dateline', version, rules } },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map(toResult),
      },
    ],
  };
  return JSON.stringify(log, null, 2);
}

const ruleIndexes = new Map<string, number>(diagnosticCodes.map((code, index) => [code, index]));

function toResult({ code, severity, file, line, column, message, hint }: Diagnostic): object {
  const index = ruleIndexes.get(code);
  return {
    ruleId: code,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: severity,
    message: { text: hint === null ? message : `${message}; ${hint}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: toUri(file) },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  };
}

/** A relative path stays relative (to the working directory); each part is escaped (RFC 3986). */
function toUri(file: string): string {
  const escaped = file.split('/').map(encodeURIComponent).join('/');
  return file.startsWith('/') ? `file://${escaped}` : escaped;
}
