import { noSwitches, type Settings, type Switches } from "../../core/settings/settings.ts";
import type { FeedEntry } from "../../ports/store.ts";
import type { Parts } from "../parts.ts";
import { type CurrentVersion, currentKey, switchesKey } from "./documents.ts";
import { createDraftPolicies } from "./draft-policies.ts";
import { readContent } from "./read-settings.ts";

/** What decisions are made by. The same object as long as nothing changed, so that what is made of it can be kept. */
export interface InForce {
  /** 0: the starter set, nobody has published yet. */
  readonly version: number;
  /** `null`: for everybody; otherwise the version with this draft on it, for whoever tries it out (I16). */
  readonly draftId: string | null;
  readonly settings: Settings;
  /** As they were switched; one whose `until` has passed is over. */
  readonly switches: Switches;
}

/** What is in force, in this process. */
export interface Policies {
  current(): InForce;
  /** `null`: there is no such draft. */
  forDraft(draftId: string): Promise<InForce | null>;
  /** Reads what is in force. Listen to the feed before, so that nothing falls between the two. */
  start(): Promise<void>;
  /** Somebody published, switched or edited, here or in another process. */
  hear(entry: FeedEntry): void;
  /** This process changed the draft itself, and does not wait to hear of it. */
  draftChanged(draftId: string): void;
  /** Reads again: afterwards `current()` is as new as the store was at this call. */
  refresh(): Promise<void>;
}

/** The feed can lose entries (a store that was away, a cursor too old): nobody stays behind longer than this. */
const lookAgainMs = 60_000;
const tryAgainMs = 1_000;

interface Known {
  readonly inForce: InForce;
  /** Of the document, so that an unchanged one keeps its identity. */
  readonly switchesVersion: number;
}

type PoliciesParts = Pick<Parts, "store" | "starter" | "clock" | "logger" | "keepAlive">;

export function createPolicies(parts: PoliciesParts): Policies {
  const { store, starter, clock, logger } = parts;
  const drafts = createDraftPolicies(parts.store, () => known.inForce);
  let known: Known = {
    inForce: { version: 0, draftId: null, settings: starter, switches: noSwitches },
    switchesVersion: 0,
  };
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  let lookAt = Number.POSITIVE_INFINITY;

  /** Whoever asks while one is running waits for the next: only that one is sure to see what they know of. */
  function refresh(): Promise<void> {
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null;
        running = read();
        return running;
      });
    return next;
  }

  async function read(): Promise<void> {
    const [current, switches] = await store.load([currentKey, switchesKey]);
    const version = current ? (current.body as CurrentVersion).number : 0;
    const switchesVersion = switches?.version ?? 0;
    lookAt = clock.now() + lookAgainMs;
    if (version === known.inForce.version && switchesVersion === known.switchesVersion) return;
    const isSame = version === known.inForce.version;
    const settings = isSame ? known.inForce.settings : await readContent(parts, version);
    if (!settings) throw new Error(`Settings version ${version} is in force and its content is missing.`);
    const switched = switches ? (switches.body as Switches) : noSwitches;
    known = { inForce: { version, draftId: null, settings, switches: switched }, switchesVersion };
  }

  /** Decisions go on with what is known, and the next one tries again. */
  function refreshLater(): void {
    lookAt = clock.now() + tryAgainMs;
    drafts.doubt(null);
    const refreshed = refresh().catch((error: unknown) => {
      logger.warn("settings-unreadable", { error: error instanceof Error ? error.name : "unknown" });
    });
    parts.keepAlive(refreshed);
  }

  return {
    current() {
      if (clock.now() >= lookAt) refreshLater();
      return known.inForce;
    },
    forDraft: drafts.get,
    start: refresh,
    hear({ type, data }) {
      if (type === "settings-draft-changed") drafts.doubt(typeof data.draftId === "string" ? data.draftId : null);
      if (type === "settings-published" || type === "settings-switched") refreshLater();
    },
    draftChanged: drafts.doubt,
    refresh,
  };
}
