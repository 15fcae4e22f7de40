import { type Agent, hasRoom, type Load } from "../../core/people/agent.ts";
import { loadOn } from "../../core/people/load.ts";
import { nextChangeAt } from "../../core/routing/next-change.ts";
import { queueOf } from "../../core/routing/queue-of.ts";
import type { Policy } from "../../core/settings/policy.ts";
import type { Parts } from "../parts.ts";
import { createRecent } from "../recent.ts";
import type { PolicyReader } from "../settings/policy-reader.ts";
import type { Waiting } from "./read-route-input.ts";
import type { Roster } from "./roster.ts";

/**
 * Whether a wake-up could find more than the last look did. Whoever gets room is looked at by themselves, so that a
 * wake-up is there for what nobody tells of; while nobody at all has room, most of them can find nothing, and ten
 * thousand who wait are not gone through every minute.
 */
export interface MayFind {
  (waiting: Waiting): Promise<boolean>;
  /** It is being looked at now. */
  looked(waiting: Waiting): Promise<void>;
}

/** Whatever is thought, at least this often: somebody may have room of whom nothing was heard (I5). */
const longestMs = 5 * 60_000;
const remembered = 20_000;

export function createMayFind(
  { clock, channels }: Pick<Parts, "clock" | "channels">,
  { roster, policies }: { readonly roster: Pick<Roster, "read">; readonly policies: Pick<PolicyReader, "for"> },
): MayFind {
  const looks = createRecent<Look>(remembered);
  const anybodyHasRoom = createRoomCheck();

  async function mayFind({ conversation, handoff }: Waiting): Promise<boolean> {
    const at = clock.now();
    const last = looks.get(handoff.id);
    // Of what is urgent it matters, too, whether those without room are still on duty.
    if (!last || handoff.priority === "urgent" || at < last.at || at - last.at >= longestMs) return true;
    if (handoff.exhaustedAt !== null && handoff.exhaustedAt >= last.at) return true;
    const policy = await policies.for(conversation.draftId);
    const changesAt = nextChangeAt(handoff, policy, last.at);
    if (policy !== last.policy || (changesAt !== null && changesAt <= at)) return true;
    // The rules of a wait come in time; all others hang on what others do.
    const { overflow } = queueOf(handoff.destination, policy.settings);
    if (overflow.after.some(({ when }) => when.type !== "wait")) return true;
    const kind = channels.get(conversation.route.channelId)?.kind ?? "unknown";
    return anybodyHasRoom(await roster.read(), loadOn({ kind }, policy), conversation.isTest);
  }

  async function looked({ conversation, handoff }: Waiting): Promise<void> {
    looks.set(handoff.id, { at: clock.now(), policy: await policies.for(conversation.draftId) });
  }

  return Object.assign(mayFind, { looked });
}

interface Look {
  readonly at: number;
  readonly policy: Policy;
}

type RoomCheck = (agents: readonly Agent[], load: Load, isTest: boolean) => boolean;

/** The roster is the same list until somebody changes. */
function createRoomCheck(): RoomCheck {
  const known = new WeakMap<readonly Agent[], Map<string, boolean>>();
  return (agents, load, isTest) => {
    const answers = known.get(agents) ?? new Map<string, boolean>();
    known.set(agents, answers);
    const key = `${isTest} ${load.units} ${load.channelKind}`;
    const answer = answers.get(key) ?? agents.some((agent) => couldTake(agent, load, isTest));
    answers.set(key, answer);
    return answer;
  };
}

function couldTake(agent: Agent, load: Load, isTest: boolean): boolean {
  return agent.presence === "available" && agent.leftAt === null && agent.isTest === isTest && hasRoom(agent, load);
}
