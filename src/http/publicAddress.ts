import { isIPv4 } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Blocks of IPv6 whose last 32 bits are an address of IPv4 that is asked in the end (RFC 4291, RFC 6052). */
const carriers: readonly string[] = ['::ffff:0:0/96', '64:ff9b::/96'];

/** What of IPv6 is given out to machines (RFC 4291, section 2.4); all other blocks have uses of their own. */
const globalSix = '2000::/3';

/**
 * Whether an address is that of one public machine. It is not where it leads to this machine or its
 * network, or to no single machine: private, loopback, link-local, multicast, documentation, and all other
 * blocks of the registries of RFC 6890. An address of IPv6 that carries one of IPv4 is judged by that.
 * @param address as `node:net` writes addresses; a text that is none is not public
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.kind() === 'ipv4') return isIPv4(address) && parsed.range() === 'unicast';
  if (carriers.some((block) => isIn(parsed, block))) {
    return isPublicAddress(parsed.toByteArray().slice(-4).join('.'));
  }
  return isIn(parsed, globalSix) && parsed.range() === 'unicast';
}

function isIn(address: ipaddr.IPv4 | ipaddr.IPv6, block: string): boolean {
  return address.match(ipaddr.parseCIDR(block));
}
