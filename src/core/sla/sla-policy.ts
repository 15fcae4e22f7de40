import type { Priority } from "../rules/rule.ts";

/** By when a customer is answered. Of several that apply, the first one by position holds. */
export interface SlaPolicy {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  /** Empty lists: any. */
  readonly applies: {
    readonly priorities: readonly Priority[];
    /** Kinds of channel, or channels. */
    readonly channels: readonly string[];
    readonly teams: readonly string[];
  };
  /** In minutes; `null`: no target. */
  readonly targets: {
    readonly firstResponse: number | null;
    readonly nextResponse: number | null;
    readonly resolution: number | null;
  };
  /** Count only while these hours are open: `team`, the team's own; `always`: the clock on the wall; else hours by id. */
  readonly hours: "team" | "always" | { readonly id: string };
  /** At this share of the time people are warned. */
  readonly warnAtPercent: number;
  readonly onWarning: SlaReaction;
  readonly onBreach: SlaReaction;
}

export interface SlaReaction {
  readonly notify: readonly { readonly type: "agent" | "team" | "queue"; readonly id: string }[];
  /** Raised to at least this; `null`: unchanged. */
  readonly priority: Priority | null;
  /** What waits is searched for anew in this queue; `null`: stays. */
  readonly queue: string | null;
  /**
   * What somebody has and has not answered. `returns`: it is taken from them and waits again, in `queue` or, where none is
   * named, where it came from; absent: it stays theirs.
   */
  readonly held?: "stays" | "returns";
}
