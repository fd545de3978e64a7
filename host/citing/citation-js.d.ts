/** What Casewright uses of citation-js 0.8 and the citeproc engine behind it; the packages carry no types. */
declare module '@citation-js/core' {
  interface InputPlugin {
    parse(text: string): readonly import('../../core/references/csl.ts').CslItem[];
    readonly parseType: { readonly dataType: 'String'; readonly predicate: (text: string) => boolean };
    /** The type of what `parse` gives. */
    readonly outputs: '@csl/list+object';
  }
  export const plugins: {
    has(plugin: string): boolean;
    add(plugin: string, parts: { readonly input: Readonly<Record<string, InputPlugin>> }): void;
    readonly config: { get(name: '@csl'): import('./engine.ts').CslPlugin };
    readonly input: {
      /** What a text is, as the plugins tell it. */
      type(text: string): string;
      /** Texts are not told to be of a type any more; asked for by name, it is read as before. */
      removeTypeParser(type: string): void;
      hasTypeParser(type: string): boolean;
      chain(text: string, options: { forceType?: string; generateGraph: boolean }): readonly unknown[];
    };
  };
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-csl' {}
declare module '@citation-js/plugin-ris' {}
