/** Breaks a text into lines no wider than `most`, as measured; a word wider than a line stands alone on one. */
export function wrap(text: string, most: number, measure: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && measure(longer) > most) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line ? [...lines, line] : lines;
}

/** The first `most` lines, the last of them ended by `…` when something is cut. */
export function clamp(lines: readonly string[], most: number, width: number, measure: (text: string) => number): readonly string[] {
  if (lines.length <= most) return lines;
  let last = lines[most - 1] ?? "";
  while (last.includes(" ") && measure(`${last}…`) > width) last = last.slice(0, last.lastIndexOf(" "));
  return [...lines.slice(0, most - 1), `${last.replace(/[\s,;:.–-]+$/, "")}…`];
}
