import * as z from 'zod';
import * as field from './fields.ts';

export const adminBackends = ['git-gateway', 'github', 'gitlab', 'gitea', 'bitbucket'] as const;

/** `admin` of site.yaml: the editor at `/admin/`. */
export const adminSchema = z.union([
  z.boolean(),
  z.strictObject({
    content: field.line.optional(),
    local: z.union([z.boolean(), z.int().min(1).max(65_535)]).optional(),
    backend: z
      .strictObject({
        name: z.enum(adminBackends),
        repo: field.line.optional(),
        branch: field.line.optional(),
        baseUrl: field.url.optional(),
        apiRoot: field.url.optional(),
        authType: z.enum(['pkce', 'implicit']).optional(),
        appId: field.line.optional(),
      })
      .optional(),
  }),
]);

/** Where the repository is and how editors sign in, as Decap CMS takes it. */
export interface AdminBackend {
  readonly name: (typeof adminBackends)[number];
  readonly repo: string | null;
  readonly branch: string;
  /** The server that signs editors in. */
  readonly baseUrl: string | null;
  readonly apiRoot: string | null;
  readonly authType: 'pkce' | 'implicit' | null;
  readonly appId: string | null;
}

export interface AdminConfig {
  /** The content folder's path in the repository. */
  readonly content: string;
  /** The port of decap-server on the editor's own machine; null where it isn't asked. */
  readonly localPort: number | null;
  /** Null where content is edited on the editor's own machine only. */
  readonly backend: AdminBackend | null;
}

/** Where decap-server listens. */
const defaultPort = 8081;

/** Null where there is no editor. */
export function parseAdmin(data: z.output<typeof adminSchema> | undefined): AdminConfig | null {
  if (data === undefined || data === false) return null;
  const { content, local, backend } = data === true ? {} : data;
  // Who names no other way of editing has the local one.
  const port = local ?? backend === undefined;
  return {
    content: (content ?? 'content').replace(/^(?:\.?\/)+|\/+$/g, ''),
    localPort:
      port === true || (port === false && backend === undefined) ? defaultPort : port || null,
    backend: backend
      ? {
          name: backend.name,
          repo: backend.repo ?? null,
          branch: backend.branch ?? 'main',
          baseUrl: backend.baseUrl ?? null,
          apiRoot: backend.apiRoot ?? null,
          authType: backend.authType ?? null,
          appId: backend.appId ?? null,
        }
      : null,
  };
}
