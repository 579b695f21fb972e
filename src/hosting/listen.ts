/** A host name, an IPv4 address or an IPv6 address in brackets. */
const host = '(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+\\])';
const nginxListen = new RegExp(`^(?:(?:${host}|\\*):(\\d+)|(\\d+)|${host}|unix:/[\\w./-]+)$`);
const caddyListen = new RegExp(`^(?:https?://)?(?:${host})?(?::(\\d+))?$`);

/** As `listen` of nginx takes it; null where it is none. */
export function parseNginxListen(text: string): string | null {
  const [whole, port, alone] = nginxListen.exec(text) ?? [];
  return whole !== undefined && isPort(port ?? alone) ? text : null;
}

/** As an address of Caddy's: a port alone begins with a colon there. */
export function parseCaddyListen(text: string): string | null {
  const address = /^\d+$/.test(text) ? `:${text}` : text;
  const [whole, port] = caddyListen.exec(address) ?? [];
  return whole !== undefined && /[\w\]]$/.test(address) && isPort(port) ? address : null;
}

/** Whether a port, where there is one, is one. */
function isPort(text: string | undefined): boolean {
  return text === undefined || (Number(text) >= 1 && Number(text) <= 65_535);
}
