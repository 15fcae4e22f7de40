import type { SignalId } from "../detection/signal.ts";

/** Where a handoff goes. */
export interface Destination {
  readonly type: "queue" | "team" | "agent";
  readonly id: string;
}

/** What a rule may name. `owner`: whoever looks after this customer; where that is nobody, the workspace's own way. */
export type RuleDestination = Destination | { readonly type: "owner" };

/**
 * One line of the lead's rule book: when all of `when` holds, `then` is done and no later rule is looked at. Rules are
 * tried by `position`, equal ones by id.
 */
export interface Rule {
  readonly id: string;
  readonly name: string;
  readonly isEnabled: boolean;
  readonly position: number;
  readonly when: readonly Condition[];
  readonly then: RuleOutcome;
  /** The day somebody last looked at it, as `2026-11-21`; `null`: never. */
  readonly reviewedAt: string | null;
}

export type RuleOutcome = HandoffOutcome | { readonly action: "offer" } | { readonly action: "bot" };

export interface HandoffOutcome {
  readonly action: "handoff";
  readonly destination: RuleDestination;
  readonly behaviour: Behaviour;
  /** With `keep-owner`: where it goes when nobody has claimed it by then. */
  readonly fallback: { readonly destination: RuleDestination; readonly afterMinutes: number } | null;
  /** `null`: as the workspace has it. */
  readonly assistsWhileWaiting: boolean | null;
  readonly priority: Priority;
  /** Who is told beside those the destination rings. */
  readonly notify: readonly Destination[];
  /** Ids of task templates. */
  readonly tasks: readonly string[];
}

export type Behaviour =
  /** Control stays where it is; the destination is alerted and may claim. */
  | "keep-owner"
  /** The destination gets it: a person directly, a team or queue by asking. */
  | "reassign"
  /** Nobody owns it any more: the queue gives it on in its own way. */
  | "unassign";

export type Priority = "urgent" | "high" | "normal" | "low";

/** Lists mean "one of these". Everything compared is compared without regard to case. */
export type Condition =
  /** A channel's id or its kind (`whatsapp`). */
  | { readonly type: "channel"; readonly is: readonly string[] }
  /** A signal's id, or with its detail: `phrase:cancel-contract`, `flag:complex`. */
  | { readonly type: "signal"; readonly is: readonly (SignalId | `${SignalId}:${string}`)[] }
  | { readonly type: "intent"; readonly is: readonly string[] }
  | { readonly type: "tag"; readonly is: readonly string[] }
  /** `mustBeTrusted`: a value that only a page has set does not count. */
  | {
      readonly type: "property";
      readonly name: string;
      readonly is: readonly string[];
      readonly mustBeTrusted: boolean;
    }
  /** `pt` holds for `pt-BR` too. */
  | { readonly type: "language"; readonly is: readonly string[] }
  | { readonly type: "hours"; readonly of: string; readonly is: readonly HoursState[] }
  /** Both bounds hold where they are given. */
  | {
      readonly type: "queue";
      readonly of: string;
      readonly waitingAtLeast: number | null;
      readonly availableAtMost: number | null;
    }
  | { readonly type: "bot-turns"; readonly atLeast: number }
  | { readonly type: "not"; readonly condition: Condition };

export type HoursState = "open" | "closed" | "holiday";

/** All that rules may look at. Small and without customers' words, so that it is stored with every decision (I12, I15). */
export interface RuleFacts {
  readonly at: number;
  readonly channelId: string;
  readonly channelKind: string;
  readonly signals: readonly { readonly id: SignalId; readonly detail: string | null }[];
  readonly intents: readonly string[];
  readonly tags: readonly string[];
  readonly properties: Readonly<Record<string, Property>>;
  readonly language: string | null;
  /** By id; a switch that closes is already in it. */
  readonly hours: Readonly<Record<string, HoursState>>;
  /** By id; only of queues that a rule asks about. */
  readonly queues: Readonly<Record<string, QueueFacts>>;
  readonly botTurns: number;
  /** Who looks after the customer; `null`: nobody; absent: no rule sends anything there. */
  readonly accountOwner?: AccountOwner | null;
}

export interface AccountOwner {
  readonly agentId: string;
  readonly hasLeft: boolean;
}

export interface Property {
  readonly value: string;
  /** From a signed token, the API, an import or a look-up; otherwise only shown, never believed. */
  readonly isTrusted: boolean;
}

export interface QueueFacts {
  readonly waiting: number;
  /** People on duty who could take one more. */
  readonly available: number;
}
