import type { Message } from "../../src/core/conversation/message.ts";
import type { EngagementRecord } from "../../src/core/conversation/record.ts";
import type { Diary } from "./diary.ts";
import type { Reported } from "./figures.ts";
import type { DayPlan } from "./plan-day.ts";
import type { PlayedDay } from "./play-day.ts";
import { readReported } from "./read-reported.ts";
import type { Witnessed } from "./witness.ts";

/** Everything a check may look at. */
export interface Evidence {
  readonly plan: DayPlan;
  readonly conversations: readonly DayConversation[];
  readonly diary: Diary;
  readonly witnessed: Witnessed;
  readonly reported: Reported;
}

/** What the logs of one conversation say. */
export interface DayConversation {
  readonly id: string;
  readonly customer: string;
  /** Where the first message was meant to go. */
  readonly queueId: string;
  readonly records: readonly EngagementRecord[];
  readonly messages: readonly Message[];
}

const mostEntries = 1_000;

export async function readEvidence(plan: DayPlan, day: PlayedDay): Promise<Evidence> {
  const conversations: DayConversation[] = [];
  for (const [id, { queueId, customer }] of day.arrivals) {
    const page = { limit: mostEntries, afterSeq: 0 };
    const records = await day.engine.conversations.records(id, page);
    const messages = await day.engine.conversations.messages(id, page);
    if (records.next !== null || messages.next !== null) throw new Error(`${id} has more than ${mostEntries} entries.`);
    conversations.push({ id, customer, queueId, records: records.items, messages: messages.items });
  }
  const { diary, witnessed } = day;
  return { plan, conversations, diary, witnessed, reported: await readReported(day.engine, plan) };
}
