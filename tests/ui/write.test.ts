import { expect, it } from "vitest";
import { write } from "../../src/ui/write.ts";

it("writes an attribute once: a picture was drawn anew for a line that ended where it had ended", () => {
  const written: string[] = [];
  const kept = new Map<string, string>();
  const line = {
    getAttribute: (name: string) => kept.get(name) ?? null,
    setAttribute: (name: string, value: string) => {
      kept.set(name, value);
      written.push(`${name}=${value}`);
    },
  } as unknown as Element;
  for (const end of ["0.0", "0.0", "3.5", "3.5"]) write(line, "x2", end);
  write(null, "x2", "1");
  expect(written).toEqual(["x2=0.0", "x2=3.5"]);
});
