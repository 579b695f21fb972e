/** The part of Eleventy 3 that Dateline uses; the package brings no types. */
declare module '@11ty/eleventy' {
  export interface UserConfig {
    addGlobalData(name: string, value: unknown): void;
    addTemplate(path: string, content: string, data: Record<string, unknown>): void;
    addTemplateFormats(formats: string | readonly string[]): void;
    setTemplateFormats(formats: readonly string[]): void;
    addExtension(extension: string, options: Record<string, unknown>): void;
    addWatchTarget(path: string, options?: { resetConfig?: boolean }): void;
    setUseGitIgnore(enabled: boolean): void;
    setQuietMode(quiet: boolean): void;
    setServerOptions(options: Record<string, unknown>): void;
    setInputDirectory(path: string): void;
    setOutputDirectory(path: string): void;
    setDataDirectory(path: string): void;
    setIncludesDirectory(path: string): void;
    on(event: string, listener: (event: BuildEvent) => unknown): void;
  }

  export interface BuildEvent {
    readonly directories: { readonly input: string; readonly output: string };
    readonly runMode: 'build' | 'serve' | 'watch';
  }

  export default class Eleventy {
    constructor(
      input: string,
      output: string,
      options: {
        quietMode?: boolean;
        configPath?: string;
        config?: (config: UserConfig) => void | Promise<void>;
      },
    );
    disableLogger(): void;
    write(): Promise<unknown>;
  }
}
