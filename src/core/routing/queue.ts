import type { Destination, Priority } from "../rules/rule.ts";

/** Where handoffs wait, and how a person is found for them. */
export interface Queue {
  readonly id: string;
  readonly name: string;
  /** Whose people are asked; the first one's name and hours are what the customer is told. */
  readonly teams: readonly string[];
  /** More than this many waiting is full; `null`: no limit. */
  readonly limit: number | null;
  /** Its own hours; `null`: those of its first team. */
  readonly hours: string | null;
  /** `push` asks people. `pull`: people claim, or a lead assigns, and nothing times out on a person. */
  readonly mode: "push" | "pull";
  /** What came in while it was closed, once it is open. `give`: whoever has room has it, and nothing rings. */
  readonly overnight: "give" | "ring" | "pull";
  /** What comes by a channel on which nobody sits and waits for an answer ({@link PeopleSettings.unhurriedChannels}). */
  readonly unhurried: "pull" | "give" | "ring";
  readonly strategy: Strategy;
  /** Which of those who wait is next. `reply-window`: whose channel closes first. */
  readonly order: "priority-then-age" | "age" | "reply-window";
  /** Who had the customer within so many hours gets them back first; `null`: nobody is preferred. */
  readonly lastAgentHours: number | null;
  readonly skills: readonly SkillNeed[];
  /** Whether whoever is asked has to write the customer's language. */
  readonly language: LanguageNeed;
  /** Widen the search as the wait goes on. None: the queue's own teams, for as long as it takes. */
  readonly steps: readonly Step[];
  readonly overflow: Overflow;
  /** How long a person has to answer a request; `null`: the workspace's time. */
  readonly requestSeconds: number | null;
  /** Whoever is found has it at once, without being asked. */
  readonly autoAccepts: boolean;
  /** Also those whose shift is over or who are absent; `urgent`: only for what is urgent. */
  readonly offDuty: "never" | "urgent" | "always";
}

/** By whom, of those who can take it. */
export type Strategy =
  | { readonly type: PlainStrategy }
  /** Everybody at once, up to `most`; the first to accept has it. */
  | { readonly type: "broadcast"; readonly most: number }
  /** A web service of the company's says who; when it does not answer in time, or names nobody who can, the fallback does. */
  | {
      readonly type: "external";
      readonly url: string;
      readonly timeoutSeconds: number;
      readonly fallback: PlainStrategy;
    };

export type PlainStrategy = "longest-idle" | "least-loaded" | "round-robin" | "random";

export interface SkillNeed {
  readonly skill: string;
  /** 1 to 5. */
  readonly level: number;
  /** After this long in the queue the need is dropped; `null`: never. */
  readonly relaxAfterSeconds: number | null;
}

export interface LanguageNeed {
  readonly need: "ignored" | "preferred" | "required";
  /** After this long a required language is only preferred; `null`: never. */
  readonly relaxAfterSeconds: number | null;
}

/** From `afterSeconds` in the queue on (counted from entering it, whatever happened since), these are asked too. */
export interface Step {
  readonly afterSeconds: number;
  readonly teams: readonly string[];
  /** Raised to at least this when the step begins; `null`: unchanged. */
  readonly priority: Priority | null;
  /** Passed over when nobody it would add can be asked at that moment; looked at only when nobody can be asked at once. */
  readonly skipIf: "nobody-available" | null;
}

export interface Overflow {
  /** Looked at once, in order, before it is queued. */
  readonly before: readonly OverflowRule[];
  /** Looked at while it waits. */
  readonly after: readonly OverflowRule[];
}

export interface OverflowRule {
  readonly when:
    | { readonly type: "closed" }
    | { readonly type: "full" }
    /** The expected wait before, the wait so far after. */
    | { readonly type: "wait"; readonly overMinutes: number }
    /** Nobody of those who could be asked is on duty. */
    | { readonly type: "nobody-on-duty" };
  readonly then: OverflowAction;
}

export type OverflowAction =
  | { readonly type: "queue"; readonly id: string }
  /** The customer may be called or written to later instead of waiting. */
  | { readonly type: "call-back"; readonly template: string }
  /** Somebody works on it as a task; the conversation ends for now. */
  | { readonly type: "task"; readonly template: string }
  | { readonly type: "bot" };

/** From queue to queue at most this often: then it stays where it is (I5). */
export const mostHops = 3;

export function newQueue(given: Pick<Queue, "id" | "name" | "teams"> & Partial<Queue>): Queue {
  return {
    limit: null,
    hours: null,
    mode: "push",
    overnight: "give",
    unhurried: "pull",
    strategy: { type: "longest-idle" },
    order: "priority-then-age",
    lastAgentHours: 72,
    skills: [],
    language: { need: "preferred", relaxAfterSeconds: null },
    steps: [],
    overflow: { before: [], after: [] },
    requestSeconds: null,
    autoAccepts: false,
    offDuty: "never",
    ...given,
  };
}

/** Whether it asks also those who are off duty, as long as they are there. */
export function asksOffDuty({ offDuty }: Pick<Queue, "offDuty">, priority: Priority): boolean {
  return offDuty === "always" || (offDuty === "urgent" && priority === "urgent");
}

/** Who gets it when nobody took it, or nobody ever could: the exhaustion policy (I5). */
export interface Exhaustion {
  readonly afterMinutes: number;
  readonly alert: readonly Destination[];
  /** A task with a due time, so that nothing is forgotten; `null`: none. */
  readonly task: string | null;
  readonly then: "stay" | "bot" | "call-back";
}
