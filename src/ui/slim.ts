/**
 * Markup without what is dead weight where nobody hydrates it: Svelte's markers, and white space beyond one space. In `<pre>` white space
 * is content, around a line of an SVG text it is none; a space that holds a number together stays.
 */
export const slim = (html: string): string =>
  html
    .replace(/<!--[^>]*-->/g, "")
    .split(/(<pre\b[\s\S]*?<\/pre>)/)
    .map((part) => (part.startsWith("<pre") ? part : part.replace(/[ \t\r\n]+/g, " ").replace(/ ?(<\/?tspan\b[^>]*>) ?/g, "$1")))
    .join("");
