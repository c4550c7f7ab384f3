declare module "@citation-js/core" {
  /** Reads references of any format whose plugin is loaded, as CSL-JSON. */
  export class Cite {
    constructor(input: string, options?: { readonly forceType?: string });
    readonly data: readonly Readonly<Record<string, unknown>>[];
  }
}
declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-ris";
