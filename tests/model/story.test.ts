import { describe, expect, it } from "vitest";
import { leaveStep, type StepRef, stepView } from "../../src/model/story.ts";
import { OPENING } from "../../src/model/view.ts";

const STORY: readonly StepRef[] = [
  { from: "2031-04-02", to: "2031-04-02", statement: "a", event: null, place: "shore", camera: null },
  { from: "2031-04-03", to: "2031-04-09", statement: "b", event: "ev", place: "shore", camera: { lat: -42, lng: -29, zoom: 7 } },
];

describe("a step of the story", () => {
  it("shows its days, its card, and what its event or else its place is about", () => {
    expect(stepView(STORY, 1)).toMatchObject({
      step: 1,
      statement: "a",
      time: { kind: "period", from: "2031-04-02", to: "2031-04-02" },
      chosen: { kind: "place", id: "shore" },
    });
    expect(stepView(STORY, 2)).toMatchObject({ chosen: { kind: "event", id: "ev" }, camera: { zoom: 7 } });
  });

  it("keeps the reader's theme and names, and drops the reader's filters", () => {
    const own = { ...OPENING, theme: "dark", names: "az", parties: ["alder"], mode: "said" } as const;
    expect(stepView(STORY, 1, own)).toMatchObject({ theme: "dark", names: "az", parties: [], mode: "about" });
  });

  it.each([0, 3, -1, 1.5, Number.NaN])("number %s is none", (n) => expect(stepView(STORY, n)).toBeNull());

  it("is left once something else is shown, and not by zooming or by another theme", () => {
    const first = stepView(STORY, 1)!;
    expect(leaveStep(STORY, { ...first, camera: { lat: 0, lng: 0, zoom: 3 }, theme: "dark" }).step).toBe(1);
    expect(leaveStep(STORY, { ...first, statement: null }).step).toBeNull();
    expect(leaveStep(STORY, { ...first, parties: ["alder"] }).step).toBeNull();
    expect(leaveStep(STORY, { ...OPENING, step: 9 }).step).toBeNull();
    expect(leaveStep(STORY, OPENING)).toBe(OPENING);
  });
});
