import { createPhraseIndex, type PhraseIndex } from "../detection/phrase-index.ts";
import { canCompileHours } from "../hours/compile-hours.ts";
import { createTexts, type Texts } from "../messages/resolve-text.ts";
import { type CompiledRules, compileRules } from "../rules/evaluate.ts";
import type { Settings, Switches } from "./settings.ts";

/** The settings in force, made ready for decisions: a version, what is switched on right now, and what both amount to. */
export interface Policy {
  /** 0: the starter set, nobody has published yet. */
  readonly version: number;
  readonly settings: Settings;
  readonly switches: Switches;
  readonly rules: CompiledRules;
  readonly phrases: PhraseIndex;
  readonly texts: Texts;
  /** A text of the lead's says the customer's name, so somebody has to know it. */
  readonly namesCustomers: boolean;
  /** Something is sent to whoever looks after the customer, so somebody has to know who that is. */
  readonly asksOwner: boolean;
  /** Somebody who comes to wait may choose how. */
  readonly offersWaits: boolean;
}

export function compilePolicy(version: number, given: Settings, switches: Switches): Policy {
  const settings = withSoundHours(given);
  const phrases = Object.values(settings.phrases).flatMap(({ id, phrases: written }) =>
    written.map((phrase) => ({ id, phrase })),
  );
  const templates = Object.values(settings.texts).flatMap(({ byLocale }) => Object.values(byLocale));
  return {
    version,
    settings,
    switches,
    rules: compileRules(settings),
    phrases: createPhraseIndex(phrases),
    texts: createTexts(settings),
    asksOwner: asksOwner(settings),
    offersWaits: offersWaits(settings),
    namesCustomers: templates.some((template) => template.includes("customer_name")),
  };
}

function asksOwner({ handoff, rules }: Settings): boolean {
  const outcomes = Object.values(rules).flatMap(({ then }) => (then.action === "handoff" ? [then] : []));
  const destinations = outcomes.flatMap(({ destination, fallback }) => [destination, fallback?.destination]);
  return handoff.ownerFirst || destinations.some((destination) => destination?.type === "owner");
}

/** A full queue says so with the ways to wait; so does the offer of a call. */
function offersWaits({ queues }: Settings): boolean {
  return Object.values(queues).some(
    ({ limit, overflow: { before, after } }) =>
      limit !== null || [...before, ...after].some(({ then }) => then.type === "call-back"),
  );
}

/** Hours that cannot be counted with are as good as none: a draft that somebody tries out may have mistakes. */
function withSoundHours(settings: Settings): Settings {
  const hours = Object.entries(settings.hours);
  const sound = hours.filter(([, each]) => canCompileHours(each));
  return sound.length === hours.length ? settings : { ...settings, hours: Object.fromEntries(sound) };
}
