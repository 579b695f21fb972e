/** Words of configurations, read as the servers read them. */

/** The modifier and the name of a `location` of nginx. */
export function readNginxWord(line: string): readonly [modifier: string, word: string] {
  const [, modifier = '', quoted = ''] =
    /^\s*location (=|~) "((?:[^"\\]|\\[^])*)" \{ return /.exec(line) ?? [];
  // ngx_conf_read_token: a backslash makes signs of these, and is itself before others.
  const word = quoted.replace(/\\(["'\\])/g, '$1');
  if (/\\[trn]/.test(quoted.replace(/\\\\/g, ''))) throw new Error(`a control sign in ${line}`);
  return [modifier, word];
}

/** The first word of a line of a Caddyfile, which stands between double quotes. */
export function readCaddyWord(line: string): string {
  const [, quoted = ''] = /^\s*"((?:[^"\\]|\\[^])*)" /.exec(line) ?? [];
  // Variables of the environment are put in before anything else is read.
  if (/\{\$/.test(line)) throw new Error(`a variable in ${line}`);
  return quoted.replaceAll('\\"', '"');
}
