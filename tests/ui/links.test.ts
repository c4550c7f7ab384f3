import { describe, expect, it } from "vitest";
import type { View } from "../../src/model/view.ts";
import { follow } from "../../src/ui/links.ts";
import { Session } from "../../src/ui/session.svelte.ts";
import { event, index, statement, view } from "../model/fixtures.ts";

const INDEX = index(
  [
    statement("early", "2031-04-01", { party: "a", about: ["p", "q"], said: "r" }),
    statement("late", "2031-04-09", { party: "b", about: ["p"], said: "q" }),
    statement("undated", "", { party: "c" }),
  ],
  [event("storm", "2031-04-01", "p")],
);
const at = (changes: Partial<View> = {}): Session => {
  const session = new Session(INDEX);
  session.adopt(view(changes));
  return session;
};
const from = (href: string, changes: Partial<View> = {}): View | null => follow(at(changes), href);
const DAY = { kind: "period", from: "2031-04-01", to: "2031-04-01" } as const;
const busy: Partial<View> = { theme: "dark", names: "az", layers: ["line"], camera: { lng: 1, lat: 2, zoom: 3 } };

describe("a link inside the page", () => {
  it.each(["#s=early", "#e=storm", "#pl=p", "places.html#pl=p", "#topic=fishing", "#t=2031-04-01", "#p=a", "#tab=parties"])(
    "%s leaves theme, names, contested features and camera as they are",
    (href) => expect(from(href, busy)).toMatchObject(busy),
  );

  it.each(["#s=early", "#e=storm", "#pl=p", "#topic=fishing", "#t=2031-04-01", "#p=a", "#tab=parties"])(
    "%s does not change the view on screen by itself",
    (href) => {
      const session = at({ parties: ["a"] });
      follow(session, href);
      expect(session.view).toEqual(view({ parties: ["a"] }));
    },
  );

  it.each(["#", "#map", "#v=1,2,3", "#theme=dark", "#s=", "#s=NO%20ID", "#e=", "#pl=../x", "about.html", ""])(
    "%j asks for no view: the browser follows it",
    (href) => expect(from(href)).toBeNull(),
  );
});

describe("a link to a statement", () => {
  it("opens it among what is listed", () => {
    expect(from("#s=early", { time: DAY, parties: ["a"] })).toEqual(view({ time: DAY, parties: ["a"], statement: "early" }));
  });

  it("opens it even when the days, the parties or the place on screen would hide it", () => {
    expect(from("#s=late", { time: DAY })).toEqual(view({ statement: "late" }));
    expect(from("#s=late", { parties: ["a"] })).toEqual(view({ statement: "late" }));
    expect(from("#s=late", { chosen: { kind: "place", id: "q" } })).toEqual(view({ statement: "late" }));
  });
});

describe("a link to an event", () => {
  it("narrows the list to it and closes the statement that was open", () => {
    expect(from("#e=storm", { time: DAY, statement: "early", tab: "parties" })).toEqual(
      view({ time: DAY, chosen: { kind: "event", id: "storm" } }),
    );
  });
});

describe("a link to a place", () => {
  const chosen = (id: string) => ({ kind: "place", id }) as const;

  it.each(["#pl=p", "places.html#pl=p"])("%s narrows the list to it", (href) => {
    expect(from(href, { time: DAY, statement: "early" })).toEqual(view({ time: DAY, chosen: chosen("p") }));
  });

  it("where statements were made but that none is first of all about shows them where they were said", () => {
    expect(from("places.html#pl=r")).toEqual(view({ mode: "said", chosen: chosen("r") }));
    expect(from("#pl=q")).toEqual(view({ mode: "said", chosen: chosen("q") }));
  });

  it("that statements are about but where none was made shows them at what they are about", () => {
    expect(from("#pl=p", { mode: "said" })).toEqual(view({ mode: "about", chosen: chosen("p") }));
  });

  it("with both keeps to what the marks stand at now", () => {
    const both = index([statement("x", "2031-04-01", { about: ["p"], said: "p" })]);
    for (const mode of ["about", "said"] as const) {
      const session = new Session(both);
      session.adopt(view({ mode }));
      expect(follow(session, "#pl=p")?.mode).toBe(mode);
    }
  });

  it("with neither keeps to it too", () => {
    expect(from("#pl=nowhere", { mode: "said" })).toEqual(view({ mode: "said", chosen: chosen("nowhere") }));
  });
});

describe("a link to a topic", () => {
  it("opens the positions at it, on the same day", () => {
    expect(from("#topic=fishing", { time: DAY })).toEqual(view({ time: DAY, chosen: { kind: "topic", id: "fishing" }, tab: "positions" }));
  });
});

describe("a link to days", () => {
  it.each([
    ["#t=2031-04-01/2031-04-09", { kind: "period", from: "2031-04-01", to: "2031-04-09" }],
    ["#t=2031-04-09", { kind: "until", to: "2031-04-09" }],
  ] as const)("%s shows them, to the same parties, and closes the statement", (href, time) => {
    expect(from(href, { parties: ["a"], statement: "early" })).toEqual(view({ parties: ["a"], time }));
  });
});

describe("a link to parties", () => {
  it("lists what they said on the days on screen, at every place", () => {
    expect(from("#p=a,b", { time: DAY, chosen: { kind: "place", id: "p" }, statement: "early", tab: "parties" })).toEqual(
      view({ time: DAY, parties: ["a", "b"] }),
    );
  });
});

describe("a tab", () => {
  it.each(["statements", "positions", "parties", "about"] as const)("%s comes to the front and nothing else changes", (tab) => {
    const here: Partial<View> = { time: DAY, parties: ["a"], statement: "early", chosen: { kind: "place", id: "p" } };
    expect(from(`#tab=${tab}`, { ...here, tab: "positions" })).toEqual(view({ ...here, tab }));
  });
});
