import { absences } from "./absences.ts";
import { audiences } from "./audience.ts";
import { cells } from "./cells.ts";
import { clock, zones } from "./clock.ts";
import { axisLabel, clockOfPlace } from "./clock-of-place.ts";
import { coordinates } from "./coordinates.ts";
import { dates } from "./dates.ts";
import { eventLists, termsOfParty } from "./events.ts";
import { filesRead, layerFiles } from "./files.ts";
import { layers } from "./geojson.ts";
import { ground } from "./ground.ts";
import { mapWindow, publishedAt, reportTo } from "./head.ts";
import { held } from "./held.ts";
import { ids } from "./ids.ts";
import { languages } from "./languages.ts";
import { layerKinds } from "./layer-kinds.ts";
import { layerSources } from "./layer-sources.ts";
import { layerCredits, licences } from "./licences.ts";
import { jointTexts, namesApart, parties, stances } from "./parties.ts";
import { nameUses } from "./name-uses.ts";
import { period } from "./period.ts";
import { statedPositions } from "./positions.ts";
import { references } from "./references.ts";
import { corrected } from "./corrections.ts";
import { saidOnce } from "./said-once.ts";
import { answersEarlier, replyCycles } from "./replies.ts";
import { reserved } from "./reserved.ts";
import type { Rule } from "./rule.ts";
import { pointsElsewhere } from "./self.ts";
import { seats } from "./seats.ts";
import { shape } from "./shape.ts";
import { sourceEntries } from "./source-entries.ts";
import { publishedAfter, publishedOn } from "./source-days.ts";
import { addresses, copies } from "./sources.ts";
import { namesInOrder, stale } from "./stale.ts";
import { speakers } from "./speakers.ts";
import { stepsOnce, story } from "./story.ts";
import { scripts } from "./scripts.ts";
import { hiddenCharacters, markup, spaces } from "./text.ts";
import { together } from "./together.ts";
import { twice } from "./twice.ts";
import { whereabouts } from "./whereabouts.ts";
import { whose } from "./whose.ts";
import { ownWords, termsAlone, verdicts, wording } from "./wording.ts";

/** Everything that must hold of a dossier. No rule depends on another having run. */
export const RULES: readonly Rule[] = [
  filesRead,
  layerFiles,
  layerKinds,
  layerSources,
  sourceEntries,
  licences,
  layerCredits,
  shape,
  markup,
  hiddenCharacters,
  spaces,
  ids,
  references,
  dates,
  period,
  stale,
  namesInOrder,
  nameUses,
  clock,
  zones,
  clockOfPlace,
  axisLabel,
  coordinates,
  mapWindow,
  publishedAt,
  reportTo,
  languages,
  addresses,
  copies,
  reserved,
  publishedAfter,
  publishedOn,
  twice,
  parties,
  seats,
  namesApart,
  jointTexts,
  stances,
  audiences,
  speakers,
  whose,
  together,
  wording,
  verdicts,
  ownWords,
  termsAlone,
  held,
  answersEarlier,
  replyCycles,
  pointsElsewhere,
  eventLists,
  statedPositions,
  absences,
  cells,
  termsOfParty,
  story,
  stepsOnce,
  ground,
  corrected,
  saidOnce,
  scripts,
  whereabouts,
  layers,
];
