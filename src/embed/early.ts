/** More than a host has to say before the page can hear it; of a flood the last ones count. */
const MOST = 20;

/**
 * Keeps what a host says before the page's end of the contract has come, which is fetched. Nothing is read here.
 *
 * @returns a function that hands it over, once, and ends the keeping
 */
export function hearEarly(): () => readonly MessageEvent[] {
  const kept: MessageEvent[] = [];
  const keep = (event: MessageEvent): void => {
    if (event.source === window.parent && kept.push(event) > MOST) kept.shift();
  };
  addEventListener("message", keep);
  return () => {
    removeEventListener("message", keep);
    return kept.splice(0);
  };
}
