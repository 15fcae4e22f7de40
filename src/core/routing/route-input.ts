import type { Handoff } from "../conversation/state.ts";
import type { Agent, Load } from "../people/agent.ts";
import type { Policy } from "../settings/policy.ts";
import type { ExternalAnswer } from "./external.ts";

/** All that a routing decision reads: the same input gives the same decision. */
export interface RouteInput {
  readonly handoff: RoutedHandoff;
  readonly conversation: { readonly id: string; readonly isTest: boolean; readonly locale: string | null };
  readonly load: Load;
  /** Where it came in; absent: only its kind is known. */
  readonly channelId?: string;
  readonly agents: readonly Agent[];
  readonly policy: Policy;
  readonly at: number;
  /** What an outside service said; `null`: it was not asked. */
  readonly external: ExternalAnswer | null;
  /** Who had this customer last, and until when. */
  readonly lastAgent?: { readonly agentId: string; readonly at: number } | null;
  /** Who is engaged with this very customer in another conversation, the one who began last first. */
  readonly engaged?: readonly string[];
  /** Whom this queue asked last: round robin goes on from there. */
  readonly lastAskedId?: string | null;
  /** More than nobody: how many wait for the same destination. */
  readonly waiting?: number | null;
  /** A bot could take over, and does not help already. */
  readonly botCouldHelp?: boolean;
}

type RoutedHandoff = Pick<
  Handoff,
  "destination" | "declinedBy" | "preferredAgentId" | "exhaustedAt" | "enteredQueueAt" | "queues" | "priority"
> &
  Partial<Pick<Handoff, "id" | "reason" | "waits" | "offeredCall" | "patienceFrom" | "course" | "overnight">>;
