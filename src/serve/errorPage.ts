import { formatDiagnostic } from '../diagnostics/format.ts';
import type { Diagnostic } from '../diagnostics/locate.ts';

/** What the browser shows while the site can't be built: the diagnostics, reloading by itself. */
export function formatErrorPage(message: string, diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  const text = [message, ...errors.map(formatDiagnostic)].join('\n\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>The site could not be built</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { border-block-start: 0.4rem solid #b91c1c; padding-block-start: 1rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: 14px/1.6 ui-monospace, monospace; }
</style>
</head>
<body>
<h1>The site could not be built</h1>
<p>This page reloads once the content is mended.</p>
<pre>${escapeHtml(text)}</pre>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
