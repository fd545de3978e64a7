/** What Casewright uses of citation-js 0.8 and the citeproc engine behind it; the packages carry no types. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly config: { get(name: '@csl'): import('./engine.ts').CslPlugin };
    readonly input: {
      chain(text: string, options: { forceType: string; generateGraph: boolean }): readonly unknown[];
    };
  };
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-csl' {}
declare module '@citation-js/plugin-ris' {}
