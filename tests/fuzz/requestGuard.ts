/** Local addresses in random forms of a URL: no request is made to any of them. */
import { request } from '../../src/http/request.ts';
import { RequestError } from '../../src/http/requestError.ts';
import { pick, pickNumber, type Campaign } from './campaign.ts';

/** Ranges of IPv4 that are no public machine's: first address and bits of its prefix (RFC 6890). */
const ranges: readonly (readonly [start: readonly number[], bits: number])[] = [
  [[0, 0, 0, 0], 8],
  [[10, 0, 0, 0], 8],
  [[100, 64, 0, 0], 10],
  [[127, 0, 0, 0], 8],
  [[169, 254, 0, 0], 16],
  [[172, 16, 0, 0], 12],
  [[192, 0, 0, 0], 24],
  [[192, 0, 2, 0], 24],
  [[192, 168, 0, 0], 16],
  [[198, 18, 0, 0], 15],
  [[198, 51, 100, 0], 24],
  [[203, 0, 113, 0], 24],
  [[224, 0, 0, 0], 4],
  [[240, 0, 0, 0], 4],
];

/** Blocks of IPv6 that are no public machine's, as their first groups. */
const blocks = ['fe80:', 'fc00:', 'fd12:3456:', 'ff02:', '2001:db8:', '2002:7f00:1:', '100:', '::'];

function toNumber([a = 0, b = 0, c = 0, d = 0]: readonly number[]): number {
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}

/** A number as one part of an address may be written (URL Standard, "IPv4 number parser"). */
function writePart(random: () => number, value: number): string {
  return pick(random, [
    String(value),
    `0x${value.toString(16)}`,
    `0X${value.toString(16).toUpperCase()}`,
    `0${value.toString(8)}`,
    `0x000${value.toString(16)}`,
  ]);
}

function writeFour(random: () => number, value: number): string {
  const parts = pickNumber(random, 1, 4);
  const written: string[] = [];
  for (let index = 0; index < parts - 1; index++) {
    written.push(writePart(random, (value >>> (24 - 8 * index)) & 0xff));
  }
  const rest = 8 * (5 - parts);
  written.push(writePart(random, rest === 32 ? value : value & (2 ** rest - 1)));
  return written
    .map((part) => disguise(random, part))
    .join(pick(random, ['.', '.', '%2e', '。', '．']));
}

/** Other characters that a host may have for these. */
function disguise(random: () => number, host: string): string {
  return host.replace(/[0-9a-z]/gi, (character) => {
    if (random() < 0.85) return character;
    if (random() < 0.5) return `%${character.charCodeAt(0).toString(16)}`;
    return String.fromCharCode(character.charCodeAt(0) + 0xfee0);
  });
}

function makeHost(random: () => number): string {
  if (random() < 0.2) {
    const tail = pickNumber(random, 0, 0xffff).toString(16);
    const block = pick(random, blocks);
    return `[${block === '::' ? '::' : `${block}:`}${tail}]`;
  }
  const [start, bits] = pick(random, ranges);
  const value = (toNumber(start) + Math.floor(random() * 2 ** (32 - bits))) >>> 0;
  const groups = `${(value >>> 16).toString(16)}:${(value & 0xffff).toString(16)}`;
  const kind = random();
  if (kind < 0.1) return `[::ffff:${groups}]`;
  if (kind < 0.2) return `[64:ff9b::${groups}]`;
  if (kind < 0.25) return `[2002:${groups}::1]`;
  if (kind < 0.3) return `[::${groups}]`;
  return writeFour(random, value) + pick(random, ['', '', '', '.']);
}

export const requestGuard: Campaign = {
  name: 'request-guard',
  cases: 4000,
  casesInTests: 500,
  open: () =>
    Promise.resolve({
      runCase: async (random) => {
        const scheme = pick(random, ['http', 'https', 'HTTP']);
        const user = pick(random, ['', '', 'a@', 'a:b@', '8.8.8.8@']);
        const url = `${scheme}://${user}${makeHost(random)}:${pickNumber(random, 1, 65_535)}/`;
        const limits = { allowLocal: false, time: 1000, redirects: 0, size: 0 };
        let told = 'it was asked';
        try {
          await request(url, { method: 'GET', headers: {}, ...limits });
        } catch (error) {
          if (!(error instanceof RequestError)) throw error;
          if (error.failure === 'local') return;
          told = error.message;
        }
        throw new Error(`${url} (${URL.canParse(url) ? new URL(url).host : ''}): ${told}`);
      },
    }),
};
