import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Dossier } from "../dossier/types.ts";
import { measureArticle, PRESS, writeArticles } from "./bench/article.ts";
import { writeBaseline } from "./bench/baseline.ts";
import { measureBytes, measurePoster, within } from "./bench/budgets.ts";
import { measureLatency } from "./bench/latency.ts";
import { type Profile, SLOW_4G, UNTHROTTLED } from "./bench/link.ts";
import { type Network, startNetwork } from "./bench/network.ts";
import { type Round, table, timeBudgets, verdicts } from "./bench/report.ts";
import { ELSEWHERE, measure, type Subject } from "./bench/run.ts";
import { baselineSubject, datelineSubject } from "./bench/subjects.ts";
import { tileResponder } from "./bench/tile.ts";
import { ensureChromium } from "./browser.ts";
import { publishedResponder, type Responder } from "./serve.ts";
import { buildPage } from "./start.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const emptyPage: Responder = async () => ({ status: 200, headers: { "content-type": "text/html" }, body: Buffer.from("<!doctype html>") });

interface Asked {
  readonly rounds: number;
  readonly json: string | null;
}

/** What the command line asks for; null when it makes no sense. */
export function asked(argv: readonly string[]): Asked | null {
  let [rounds, json]: [number, string | null] = [3, null];
  const words = argv.flatMap((word) => word.split(/=(.*)/s, 2));
  for (let i = 0; i < words.length; i += 2) {
    const value = words[i + 1] ?? "";
    if (words[i] === "--rounds" && /^[1-9]\d?$/.test(value)) rounds = Number(value);
    else if (words[i] === "--json" && value) json = value;
    else return null;
  }
  return { rounds, json };
}

/** Measures `rounds` times on each link. Both pages are opened once before that, so that every program is in memory. */
async function measureRounds(rounds: number, ours: Subject, byHand: Subject, network: Network): Promise<readonly Round[]> {
  const out: Round[] = [];
  const both = async (profile: Profile): Promise<Round> => ({
    profile: profile.name,
    baseline: await measure(byHand, profile, network),
    ours: await measure(ours, profile, network),
  });
  await both(UNTHROTTLED);
  for (let round = 1; round <= rounds; round++)
    for (const profile of [UNTHROTTLED, SLOW_4G]) {
      out.push(await both(profile));
      console.log(`round ${round} of ${rounds}, ${profile.name}: done (load ${loadavg()[0]?.toFixed(1)})`);
    }
  return out;
}

/** `npm run bench`: bytes and times of the page beside one written by hand, how soon it answers, and what it costs inside an article. Exit code 1 when a byte budget is broken; times are only told. */
export default async function bench(argv: string[]): Promise<number> {
  const wanted = asked(argv);
  if (!wanted) {
    console.error(`unknown arguments: ${argv.join(" ")}; expected --rounds and a number from 1 to 99, or --json and a file, or nothing`);
    return 2;
  }
  ensureChromium();
  await buildPage();
  const dist = join(ROOT, "dist");
  const dossier = JSON.parse(readFileSync(join(dist, "data/dossier.json"), "utf8")) as Dossier;
  const byHand = mkdtempSync(join(tmpdir(), "dateline-bench-"));
  writeBaseline(byHand, ROOT, dossier);
  const press = mkdtempSync(join(tmpdir(), "dateline-press-"));
  writeArticles(press, dossier);
  const [ours, theirs] = [datelineSubject(dossier), baselineSubject(dossier)];
  const hosts = {
    [ours.host]: await publishedResponder(dist),
    [theirs.host]: await publishedResponder(byHand),
    [PRESS]: await publishedResponder(press),
    "tiles.test": tileResponder(),
    [ELSEWHERE]: emptyPage,
  };
  const network = await startNetwork(hosts);
  try {
    const rounds = await measureRounds(wanted.rounds, ours, theirs, network);
    const bytes = [...measureBytes(dist), measurePoster(dist)];
    const times = [
      ...timeBudgets(rounds),
      ...(await measureLatency(ours, network, dossier)),
      ...(await measureArticle(wanted.rounds, network, dossier)),
    ];
    console.log([...table(rounds), "", "budgets (bytes after brotli 11)", ...verdicts(bytes, times)].join("\n"));
    if (wanted.json) writeFileSync(wanted.json, `${JSON.stringify({ bytes, times, rounds }, null, 1)}\n`);
    return bytes.every(within) ? 0 : 1;
  } finally {
    await network.close();
    for (const folder of [byHand, press]) rmSync(folder, { recursive: true });
  }
}
