import { atRest } from "./pause.ts";

/** Days laid out at one go: few enough not to hold up a hand. */
const SLICE = 3;
/** Topics in sight, or nearly, when the positions are first looked at. */
const TOPICS = 5;

/**
 * Days out of sight are skipped while the page loads, so that its first seconds are the map's. Once the map stands they are laid out, a
 * few at a time: in a skipped day a chosen card comes three frames late. Then the first positions, which would be as late, where they are not folded away.
 */
export function layOutAhead(): void {
  const days = [...document.querySelectorAll<HTMLElement>(".day")];
  const wide = matchMedia("(min-width: 51.3em)").matches;
  const topics = wide ? [...document.querySelectorAll(".topic-block > :last-child")].slice(0, TOPICS) : [];
  const slice = (): void => {
    if (days.length > 0) for (const day of days.splice(0, SLICE)) day.style.contentVisibility = "visible";
    // To be asked for its size lays out also what is out of sight, and so it stays.
    else topics.shift()?.getBoundingClientRect();
    if (days.length + topics.length > 0) atRest(slice);
  };
  atRest(slice);
}
