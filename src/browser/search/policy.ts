interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => unknown;
}

/**
 * Lets Pagefind start its worker where the security policy wants trusted types: Pagefind gives the
 * worker's address as text, which goes through the policy named `default`.
 */
export function allowWorker(folder: string): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const start = new URL(folder, location.href).href;
  trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => {
      const { href } = new URL(url, location.href);
      const isWorker =
        href.startsWith(start) && /^\d{4}\/pagefind-worker\.js$/.test(href.slice(start.length));
      if (!isWorker) throw new TypeError(`no script of ours: ${url}`);
      return url;
    },
  });
}
