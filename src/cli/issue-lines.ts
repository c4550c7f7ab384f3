import { ONE } from "../dossier/references.ts";
import { type Issue, placeOf } from "../dossier/issues.ts";
import { printable } from "../dossier/show.ts";

/** `file:line:column  record field  found → expected. Fix. Did you mean "x"?`, one line for each issue, in the order given. */
export function issueLines(issues: readonly Issue[]): readonly string[] {
  return issues.map((issue) => {
    // The id tells an editor more than the number of the record.
    const field = issue.id === null ? issue.field : `${issue.id} ${issue.field.replace(/^\w+\[\d+\]\.?/, "")}`.trim();
    const mean = issue.nearest === null ? "" : ` Did you mean "${issue.nearest}"?`;
    const problem = `${issue.found} → expected ${issue.expected}. ${issue.fix}${mean}`;
    return [issue.severity === "error" ? "ERROR" : "WARN ", printable(placeOf(issue)), field, problem]
      .filter((part) => part !== "")
      .join("  ");
  });
}

/** So many of one kind are told one by one; more are told once, with their lines. */
const MOST_ALIKE = 3;
/** A file that lost what was in it, or its name: whatever names its records follows from it, errors too. */
const LOST: ReadonlySet<string> = new Set(["file-empty", "file-left-over"]);
/** Lines named after the first. */
const MOST_LINES = 40;

/**
 * The same for whoever has to act: errors first, the same problem in many places once, and beneath each what follows from it. What is
 * left out only because something else is has no line of its own.
 */
export function causeLines(issues: readonly Issue[]): readonly string[] {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    if (issue.cause !== null) continue;
    const { severity, rule, found, expected, fix, nearest } = issue;
    // What is wrong with a whole file is never the same as with another.
    const key = [severity, rule, found, expected, fix, nearest, issue.line === null ? issue.file : ""].join("\n");
    groups.set(key, [...(groups.get(key) ?? []), issue]);
  }
  const parts = [...groups.values()].flatMap((alike) => (alike.length > MOST_ALIKE ? [alike] : alike.map((issue) => [issue])));
  // What is wrong with a whole file, or with the field names of a table, first: what names its records follows from it.
  const whole = ([first]: readonly Issue[]): number => (first?.line === null || (first?.line === 1 && first.file.endsWith(".csv")) ? 0 : 1);
  const order = (severity: Issue["severity"]) =>
    parts.filter(([first]) => first?.severity === severity && !LOST.has(first.rule)).sort((a, b) => whole(a) - whole(b));
  const lost = parts.filter(([first]) => LOST.has(first?.rule ?? ""));
  const following = new Map<string, Issue[]>();
  for (const issue of issues) if (issue.cause !== null) following.set(issue.cause, [...(following.get(issue.cause) ?? []), issue]);
  const told = new Set<string>();
  const lines = [...lost, ...order("error"), ...order("warning")].flatMap((alike) => {
    const after = alike.flatMap((issue) => {
      const place = placeOf(issue);
      if (told.has(place)) return [];
      told.add(place);
      return following.get(place) ?? [];
    });
    return [...issueLines(alike.slice(0, 1)), ...alsoAt(alike.slice(1)), ...followsFrom(after)];
  });
  // A cause that has no issue of its own would be a mistake of ours; its consequences are told even so.
  return [...lines, ...issueLines([...following].flatMap(([place, list]) => (told.has(place) ? [] : list)))];
}

const INDENT = "       ";

const alsoAt = (issues: readonly Issue[]): readonly string[] => (issues.length === 0 ? [] : [`${INDENT}The same at ${placesOf(issues)}.`]);

/** `positions.yaml:7, 22; story.yaml:3`. */
function placesOf(issues: readonly Issue[]): string {
  const files = new Map<string, (number | null)[]>();
  for (const { file, line } of issues.slice(0, MOST_LINES)) files.set(file, [...(files.get(file) ?? []), line]);
  const places = [...files].map(([file, at]) => `${file}:${at.join(", ")}`).join("; ");
  return issues.length > MOST_LINES ? `${places}; and ${issues.length - MOST_LINES} more (--json has each)` : places;
}

/** Where a withdrawn statement is cited is a place to go to; of what is left out the number tells enough. */
function followsFrom(issues: readonly Issue[]): readonly string[] {
  const cited = issues.filter(({ rule }) => rule === "withdrawn");
  const rest = issues.filter(({ rule }) => rule !== "withdrawn");
  return [...(cited.length > 0 ? [`${INDENT}Cited at ${placesOf(cited)}.`] : []), ...(rest.length > 0 ? [leftOut(rest)] : [])];
}

function leftOut(issues: readonly Issue[]): string {
  const out = new Map<string, Map<string, string>>();
  for (const { rule, field, id, file, line } of issues) {
    const [record = "", kind = "references"] = (rule === "left-out" && /^([a-z]+)\[\d+\]/.exec(field)) || [`${line} ${field}`];
    const each = out.get(kind) ?? new Map<string, string>();
    // A record may name several that are left out, and is one.
    if (!each.has(`${file} ${record}`)) each.set(`${file} ${record}`, id ?? `${file}:${line}`);
    out.set(kind, each);
  }
  const counts = [...out].sort(([a], [b]) => Number(a === "references") - Number(b === "references"));
  const words = counts.map(([kind, ids]) => {
    const named =
      kind === "references" ? "" : ` (${[...ids.values()].slice(0, MOST_ALIKE).join(", ")}${ids.size > MOST_ALIKE ? ", …" : ""})`;
    const one = Object.hasOwn(ONE, kind) ? ONE[kind as keyof typeof ONE] : "reference";
    return `${ids.size} ${ids.size === 1 ? one : kind === "story" ? "steps of the story" : kind}${named}`;
  });
  return `${INDENT}Left out because of it: ${words.join(", ")}.`;
}
