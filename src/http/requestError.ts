/**
 * `address`: none that can be asked; `local`: of this machine or its network; `redirects`, `time`, `size`:
 * beyond the limits; `silent`: no server, or no answer that can be read.
 */
export type RequestFailure = 'address' | 'local' | 'redirects' | 'time' | 'size' | 'silent';

/** A request that got no answer, and why: a message for the editor. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly failure: RequestFailure;
  /** The system's code of the failure, such as `ECONNREFUSED`; empty where it gave none. */
  readonly code: string;

  constructor(failure: RequestFailure, message: string, code = '') {
    super(message);
    this.failure = failure;
    this.code = code;
  }
}
