/** A font file of public/fonts/ as one weight of a family, with exactly the characters it has. Two weights may share a file. */
export interface FontFile {
  readonly family: "Dateline Sans" | "Dateline Serif";
  readonly weight: 400 | 600;
  readonly file: string;
  readonly unicodeRange: readonly string[];
}
