import { atRest } from "./pause.ts";

/** Days laid out at one go: few enough not to hold up a hand. */
const SLICE = 3;

/**
 * Days out of sight are skipped while the page loads, so that its first seconds are the map's. Once the map stands they are laid out, a
 * few at a time: in a skipped day a chosen card comes three frames late.
 */
export function openDays(): void {
  const days = [...document.querySelectorAll<HTMLElement>(".day")];
  const slice = (): void => {
    for (const day of days.splice(0, SLICE)) day.style.contentVisibility = "visible";
    if (days.length > 0) atRest(slice);
  };
  atRest(slice);
}
