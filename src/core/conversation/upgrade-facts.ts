import type { HandoffCourse } from "./handoff-course.ts";
import type { BotRecord, Engagement, Handoff } from "./state.ts";

type Stored = Record<string, unknown> & { schemaVersion: number };

type V3Course = Omit<HandoffCourse, "firstAnswer" | "waitedMs" | "rejectedBeforeTaken" | "hadTwice" | "wasExhausted">;
type V3Handoff = Omit<Handoff, "course"> & { readonly course: V3Course };
type V3Bot = Omit<BotRecord, "messages"> & { readonly messages?: number | null };
type V3Sla = Omit<NonNullable<Engagement["sla"]>, "next">;
type V3Engagement = Omit<Engagement, "bot" | "sla" | "handoffs" | "isAnswered" | "hasShownNeed"> & {
  readonly bot: V3Bot;
  readonly sla: V3Sla | null;
};

/**
 * 3 → 4: what reports need to be exact is kept. Of what is under way, only what cannot be otherwise is taken as known:
 * anything else is `null`, and never a zero that nobody has counted.
 */
export function withFacts(stored: Stored): Stored {
  const control = stored.control as { readonly handoff?: V3Handoff | null };
  const { handoff } = control;
  const engagement = engagementOf(stored.engagement as V3Engagement, handoff ?? null);
  if (!handoff) return { ...stored, schemaVersion: 4, engagement };
  const known = { ...handoff, course: courseOf(handoff) };
  return { ...stored, schemaVersion: 4, engagement, control: { ...control, handoff: known } };
}

function engagementOf(engagement: V3Engagement, handoff: V3Handoff | null): Engagement {
  const { bot, sla, lastAgentId } = engagement;
  const isAnswered = handoff && handoff.course.answeredAt !== null;
  const messages = bot.messages === undefined ? messagesOf(engagement) : bot.messages;
  return {
    ...engagement,
    bot: { ...bot, messages },
    sla: sla && { ...sla, next: null },
    handoffs: null,
    isAnswered: isAnswered || (lastAgentId === null ? false : null),
    hasShownNeed: null,
  };
}

/** Its first words say that it is one; so does an offer of ours, and giving it back resets the rest. */
function messagesOf({ bot, offer, handedBack }: V3Engagement): number | null {
  if (handedBack) return null;
  if (!bot.isIntroduced) return 0;
  return offer === null ? 1 : null;
}

function courseOf({ course, openedAt, exhaustedAt }: V3Handoff): HandoffCourse {
  const { takenAt, answeredAt, holders, rejected, ringMs } = course;
  const hasReturned = course.returned > 0;
  const first = hasReturned || takenAt === null ? null : takenAt - openedAt;
  const [holder] = holders;
  const wasTwice = new Set(holders).size < holders.length;
  return {
    ...course,
    firstAnswer:
      answeredAt === null || holder === undefined || holders.length > 1
        ? null
        : { agentId: holder, waitedMs: first, ringMs: hasReturned ? null : ringMs },
    waitedMs: hasReturned ? null : (first ?? 0),
    rejectedBeforeTaken: takenAt === null || hasReturned ? null : rejected,
    hadTwice: wasTwice || (holders.length < mostHolders ? false : null),
    wasExhausted: hasReturned && exhaustedAt === null ? null : false,
  };
}

/** Of more, version 3 kept the last. */
const mostHolders = 10;
