import type { Agent } from "../people/agent.ts";
import type { Destination } from "../rules/rule.ts";
import type { SettingsChanges } from "../settings/parts.ts";
import { type CaseChoices, startingChoices } from "./choices.ts";
import type { CaseCounts } from "./counts.ts";
import type { NamedPlace } from "./names-in-settings.ts";
import type { SubstitutesOutcome } from "./substitutes.ts";

/** Moving what one person (the subject) is responsible for to others, on somebody else's word (the actor). */
export interface CaseHandoff {
  readonly schemaVersion: 2;
  readonly id: string;
  readonly subjectId: string;
  readonly choices: CaseChoices;
  readonly created: Act;
  readonly revision: number;
  readonly status: CaseStatus;
  /** What was verified last; an edit of the draft takes it away. */
  readonly plan: CasePlan | null;
  /** Plans whose items are still to be cleared away. */
  readonly oldPlans: readonly string[];
  readonly counts: CaseCounts;
  readonly started: Act | null;
  readonly run: CaseRun;
  readonly stopped: Act | null;
  /** By whom last, since it was started, or since it was to go back. */
  readonly continued: Act | null;
  readonly undo: CaseUndo | null;
  readonly endedAt: number | null;
  /** What became of the names in the settings. */
  readonly settings: (SettingsOutcome & { readonly direction: CaseRun["direction"] }) | null;
  /** What became of absences that named the subject as their substitute; `null`: nothing was to be done. */
  readonly substitutes: (SubstitutesOutcome & { readonly direction: CaseRun["direction"] }) | null;
  /** What became of the subject's leaving. */
  readonly leaving: Leaving | null;
  /** Active items the subject had when it ended, by module: what came after the plan was verified. */
  readonly remaining: Readonly<Record<string, number>> | null;
  /** Since when its items are cleared away: nothing can be undone any more. What it came to stays. */
  readonly itemsGoneAt: number | null;
}

export type CaseStatus =
  | "draft"
  | "verified"
  | "running"
  | "completed"
  | "completed-with-errors"
  | "stopped"
  /** On the way back: asked for, or the date has come. */
  | "undoing"
  | "undone";

export interface Act {
  /** As the API knows callers: `admin`, `key:…`. */
  readonly by: string;
  readonly at: number;
}

/** How far its work is. */
export interface CaseRun {
  readonly direction: "out" | "back";
  /** Rises with every piece of work: an old one that wakes up late finds another number and does nothing. */
  readonly round: number;
  /** What has failed is tried once more, before what is left. On the way back: what may have moved even so is asked for. */
  readonly reopens: boolean;
  /** Somebody stopped it: of what a system outside was asked last the answer may be missing. */
  readonly mayLackAnswers?: boolean;
}

export interface CaseUndo extends Act {
  readonly cause: "asked" | "date";
  /** Also what others have changed since. */
  readonly isForced: boolean;
}

export interface CasePlan {
  readonly id: string;
  /** Of the choices and of every item with who gets it: whoever starts names what they have seen. */
  readonly hash: string;
  readonly verified: Act;
  readonly modules: readonly PlannedModule[];
  readonly total: number;
  readonly names: PlannedNames;
  readonly warnings: readonly CaseWarning[];
}

export interface PlannedModule {
  readonly id: string;
  readonly count: number;
  /** `agentId: null`: nobody has room. */
  readonly shares: readonly { readonly agentId: string | null; readonly count: number }[];
  readonly overflow: Destination | null;
  /** Where the target is one person: what they have no room for now they get when they have it in time. */
  readonly onlyTakerId: string | null;
}

/** Where the subject is named, and what the job will write there. */
export interface PlannedNames {
  readonly settingsVersion: number;
  readonly places: readonly NamedPlace[];
  /** People who named the subject as their substitute in an absence that is not over. */
  readonly substituteOf: readonly string[];
  /** With somebody else in all places; `null`: nobody was chosen. */
  readonly changes: SettingsChanges | null;
  readonly before: SettingsChanges | null;
}

export type CaseWarning =
  | { readonly code: "target-away"; readonly agentId: string }
  | { readonly code: "no-room"; readonly count: number }
  | { readonly code: "settings-name-them"; readonly count: number }
  | { readonly code: "is-substitute"; readonly count: number };

export type SettingsOutcome =
  | { readonly status: "published"; readonly version: number }
  | { readonly status: "unchanged" }
  /** The draft is kept: a lead looks at it and publishes it themselves. */
  | { readonly status: "conflict" | "invalid"; readonly draftId: string; readonly problems: readonly string[] };

export type Leaving =
  | {
      readonly status: "left";
      readonly at: number;
      readonly teamIds: readonly string[];
      /** As they were before; absent: written by a version that did not keep it. */
      readonly presence?: Pick<Agent, "presence" | "status">;
    }
  /** Something is still theirs: try again when it is not. */
  | { readonly status: "holds"; readonly count: number };

export function newCaseHandoff(given: Pick<CaseHandoff, "id" | "subjectId" | "choices" | "created">): CaseHandoff {
  return {
    ...given,
    schemaVersion: 2,
    revision: 1,
    status: "draft",
    plan: null,
    oldPlans: [],
    counts: {},
    started: null,
    run: { direction: "out", round: 0, reopens: false },
    stopped: null,
    continued: null,
    undo: null,
    endedAt: null,
    settings: null,
    substitutes: null,
    leaving: null,
    remaining: null,
    itemsGoneAt: null,
  };
}

/** Those of before lack what there was not then. 1 → 2: items are cleared away some time after the end. */
export function readCaseHandoff(body: unknown): CaseHandoff {
  const stored = body as Partial<CaseHandoff> & Omit<CaseHandoff, "schemaVersion" | LaterField>;
  const choices = { ...startingChoices, ...stored.choices };
  return { itemsGoneAt: null, continued: null, substitutes: null, ...stored, choices, schemaVersion: 2 };
}

type LaterField = "itemsGoneAt" | "continued" | "substitutes";

const dayMs = 24 * 3_600_000;
export const planKeptMs = 7 * dayMs;

/** Until when a plan can be started; `null`: there is none, or it was. Who has what is not so for ever. */
export function planKeptUntil({ status, plan }: CaseHandoff): number | null {
  return status === "verified" && plan ? plan.verified.at + planKeptMs : null;
}

/** Until when one that was stopped can be continued; `null`: it is not stopped. */
export function continuableUntil({ status, stopped, choices }: CaseHandoff): number | null {
  return status === "stopped" && stopped ? stopped.at + choices.keptDays * dayMs : null;
}

/**
 * Until when its items stay; `null`: that is not said yet. One that is to go back at a date keeps them until it has,
 * however late the date comes.
 */
export function itemsKeptUntil({ status, endedAt, choices, undo }: CaseHandoff): number | null {
  const hasEnded = status === "completed" || status === "completed-with-errors" || status === "undone";
  const goesBack = choices.returnAt !== null && undo === null;
  return hasEnded && endedAt !== null && !goesBack ? endedAt + choices.keptDays * dayMs : null;
}
