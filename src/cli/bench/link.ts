/** A connection and a machine to measure on. */
export interface Profile {
  readonly name: "unthrottled" | "slow 4G";
  /** Kilobits a second; null = as fast as it goes. */
  readonly kbps: number | null;
  /** Round trip, milliseconds. */
  readonly rtt: number;
  /** How many times slower the page's main thread runs. */
  readonly cpu: number;
}

export const UNTHROTTLED: Profile = { name: "unthrottled", kbps: null, rtt: 0, cpu: 1 };
/** Lighthouse's: 1.6 Mbit/s, 150 ms, on a machine four times slower. */
export const SLOW_4G: Profile = { name: "slow 4G", kbps: 1638, rtt: 150, cpu: 4 };

/** Round trips until the first request may leave for a host not spoken to before: its name, TCP, TLS. */
const NEW_HOST_TRIPS = 3;

/**
 * One link that everything shares, as a phone's is. It lives in the server, so that workers and every connection are slowed alike;
 * the browser's own emulation misses workers. Pure but for its own state: the time is always given, in milliseconds.
 */
export class Link {
  readonly #profile: Profile;
  readonly #readyAt = new Map<string, number>();
  #freeAt = 0;

  constructor(profile: Profile) {
    this.#profile = profile;
  }

  /** When the answer to a request made at `now` begins to arrive. */
  answerAt(host: string, now: number): number {
    const { rtt } = this.#profile;
    const ready = this.#readyAt.get(host) ?? now + NEW_HOST_TRIPS * rtt;
    this.#readyAt.set(host, ready);
    return Math.max(ready, now) + rtt;
  }

  /** When `bytes` that are ready at `now` are through; they wait for all that was put on the link before. */
  throughAt(bytes: number, now: number): number {
    const { kbps } = this.#profile;
    if (kbps === null) return now;
    this.#freeAt = Math.max(this.#freeAt, now) + (bytes * 8) / kbps;
    return this.#freeAt;
  }

  /** How many bytes to send in one go: 20 ms of the link, so that parallel answers share it. */
  get slice(): number {
    return this.#profile.kbps === null ? Number.POSITIVE_INFINITY : Math.round((this.#profile.kbps / 8) * 20);
  }
}
