/** What comes when somebody first narrows the list or reaches for it: one file, for one trip. */
export { default as Facets } from "./Facets.svelte";
export { filterCount, filterWords } from "./filter-words.ts";
export { default as Found } from "./Found.svelte";
export { readySearch } from "./search-texts.ts";
