import { fstatSync, writeSync } from 'node:fs';

/** Standard output (1) or standard error (2), and whether what is written arrives. */
class StandardStream {
  readonly #descriptor: 1 | 2;
  /** The system's code of the first failure; nothing is written after it. */
  #failure: string | null = null;
  #isFile: boolean | null = null;

  constructor(descriptor: 1 | 2) {
    this.#descriptor = descriptor;
  }

  get #stream(): NodeJS.WriteStream {
    return this.#descriptor === 1 ? process.stdout : process.stderr;
  }

  /** Node tells failures of pipes and terminals later, by an event that ends the process if nobody listens. */
  watch(): void {
    this.#stream.on('error', (error) => this.#fail(error));
  }

  write(data: string | Uint8Array): void {
    if (this.#failure !== null) return;
    this.#isFile ??= isFile(this.#descriptor);
    try {
      if (this.#isFile) writeWhole(this.#descriptor, Buffer.from(data));
      else this.#stream.write(data);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Waits until everything is written; gives the system's code where it could not be, or null. */
  async finish(): Promise<string | null> {
    if (this.#isFile === false && this.#failure === null) {
      await new Promise<void>((resolve) => this.#stream.write('', () => resolve()));
    }
    return this.#failure;
  }

  #fail(error: unknown): void {
    this.#failure ??= error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  }
}

/** A file, or a device such as /dev/full; no pipe, socket or terminal. */
function isFile(descriptor: 1 | 2): boolean {
  try {
    const stats = fstatSync(descriptor);
    const { isTTY } = descriptor === 1 ? process.stdout : process.stderr;
    return stats.isFile() || (stats.isCharacterDevice() && !isTTY);
  } catch {
    return false;
  }
}

/** On a disk that gets full a call writes a part and tells no error, which Node's own stream takes for all. */
function writeWhole(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done);
}

export const standardOutput = new StandardStream(1);
const errors = new StandardStream(2);

/** Where diagnostics go. What it can't take is lost: there is no place left to say so. */
export const standardError = {
  get isTTY(): boolean {
    return process.stderr.isTTY;
  },
  write: (text: string): void => errors.write(text),
};

/** Before anything is written. */
export function watchStandardStreams(): void {
  standardOutput.watch();
  errors.watch();
}
