import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './site.ts';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly items?: readonly unknown[] };
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

export interface LanguageServer {
  /** The labels that are offered at a place of a text, lines and characters from 0. */
  readonly complete: (
    file: string,
    text: string,
    position: { readonly line: number; readonly character: number },
  ) => Promise<readonly string[]>;
  readonly close: () => void;
}

/** Starts the YAML language server that editors run, and speaks LSP 3.17 with it. */
export async function startLanguageServer(): Promise<LanguageServer> {
  const program = path.join(root, 'node_modules/yaml-language-server/bin/yaml-language-server');
  const child = spawn(process.execPath, [program, '--stdio'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const waiting = new Map<number, (message: Message) => void>();
  const send = (message: object): void => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  let buffer = Buffer.alloc(0);
  child.stdout.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const head = /^Content-Length: (\d+)[^]*?\r\n\r\n/.exec(buffer.toString('latin1'));
      const end = head === null ? Infinity : head[0].length + Number(head[1]);
      if (head === null || buffer.length < end) return;
      const message = JSON.parse(buffer.subarray(head[0].length, end).toString()) as Message;
      buffer = buffer.subarray(end);
      if (message.method === undefined) waiting.get(message.id ?? -1)?.(message);
      // Settings that it asks for: none.
      else if (message.id !== undefined) {
        send({ id: message.id, result: (message.params?.items ?? []).map(() => null) });
      }
    }
  });
  let last = 0;
  const request = (method: string, params: object): Promise<unknown> => {
    const id = ++last;
    send({ id, method, params });
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no answer to ${method}`)), 30_000);
      waiting.set(id, ({ result, error }) => {
        clearTimeout(timer);
        if (error) reject(new Error(error.message));
        else resolve(result);
      });
    });
  };
  await request('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  send({ method: 'initialized', params: {} });
  send({
    method: 'workspace/didChangeConfiguration',
    params: { settings: { yaml: { completion: true, schemaStore: { enable: false } } } },
  });
  return {
    complete: async (file, text, position) => {
      const uri = pathToFileURL(file).href;
      const textDocument = { uri, languageId: 'yaml', version: 1, text };
      send({ method: 'textDocument/didOpen', params: { textDocument } });
      const params = { textDocument: { uri }, position };
      const list = (await request('textDocument/completion', params)) as {
        readonly items: readonly { readonly label: string }[];
      };
      send({ method: 'textDocument/didClose', params: { textDocument: { uri } } });
      return list.items.map(({ label }) => label);
    },
    close: () => void child.kill(),
  };
}
