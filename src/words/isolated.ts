const RIGHT_TO_LEFT = /[\u0590-\u08ff]/;

/** A name for the middle of a line: one that runs right to left keeps to itself, else what follows it would stand before it. */
export const isolated = (name: string): string => (RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name);
