/** Bytes. */
const blockSize = 1024 * 1024;

/**
 * Keeps texts as UTF-8 in few large blocks, which is quicker than a buffer for each. Blocks are used
 * again: for memory outside of the heap that comes and goes, V8 would look through all of the heap.
 */
export class TextBytes {
  #blocks: Buffer[] = [];
  #current = 0;
  #used = 0;

  add(text: string): Buffer {
    // A UTF-16 unit becomes three bytes at most.
    const block = this.#findRoom(text.length * 3);
    const start = this.#used;
    this.#used += block.write(text, start);
    return block.subarray(start, this.#used);
  }

  /** Lets all go: the bytes of others come to lie where they lay. */
  clear(): void {
    this.#blocks = this.#blocks.filter(({ length }) => length === blockSize);
    this.#current = 0;
    this.#used = 0;
  }

  #findRoom(bytes: number): Buffer {
    for (let block = this.#blocks[this.#current]; block; block = this.#blocks[++this.#current]) {
      if (block.length - this.#used >= bytes) return block;
      this.#used = 0;
    }
    const block = Buffer.allocUnsafeSlow(Math.max(blockSize, bytes));
    this.#blocks.push(block);
    return block;
  }
}
