import { keyOfSecret } from '../../src/files/machineKey.ts';
import type { MachineKey } from '../../src/files/signed.ts';

/** The key of this machine, as tests have it. */
export const testKey: MachineKey = makeKey('the secret of the tests');

/** The key of another machine. */
export const otherKey: MachineKey = makeKey('somebody else’s secret');

function makeKey(secret: string): MachineKey {
  const key = keyOfSecret(secret);
  if (key === null) throw new Error(`${secret} is too short`);
  return key;
}
