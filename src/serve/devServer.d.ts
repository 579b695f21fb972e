/** The part of Eleventy's development server that Dateline uses; the package brings no types. */
declare module '@11ty/eleventy-dev-server' {
  export interface ServerOptions {
    pathPrefix: string;
    readonly domDiff: boolean;
    readonly logger: Readonly<Record<'info' | 'log' | 'error', (message: string) => void>>;
    readonly messageOnStart: (start: { readonly hosts: readonly string[] }) => string | false;
    readonly onRequest: Readonly<Record<string, (request: { readonly url: URL }) => unknown>>;
  }

  export default class EleventyDevServer {
    static getServer(name: string, folder: string, options: ServerOptions): EleventyDevServer;
    readonly options: ServerOptions;
    serve(port: number): void;
    ready(): Promise<void>;
    reload(event: { readonly files: readonly string[]; readonly subtype?: string }): Promise<void>;
    close(): Promise<void>;
  }
}
