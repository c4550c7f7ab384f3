/**
 * The beginning of a text, about `most` characters, ended by `…`; whole when it is not much longer. It ends with a clause where one ends
 * late enough, else between words: half a clause can say the opposite of the whole.
 */
export function beginning(text: string, most: number): string {
  if (text.length <= most + 20) return text;
  const cut = text.slice(0, most + 1);
  const clause = Math.max(...[...cut.matchAll(/[,;:.](?=\s)/g)].map((m) => m.index), -1);
  const end = clause >= most * 0.5 ? clause : Math.max(cut.lastIndexOf(" "), most / 2);
  return `${cut.slice(0, end).replace(/[\s,;:.–-]+$/, "")}…`;
}
