/** The package has no types of its own. A tree of unknown shape: `edtf.ts` believes nothing of it. */
declare module "edtf" {
  export function parse(text: string): { readonly type?: string; readonly values?: unknown[] };
}
