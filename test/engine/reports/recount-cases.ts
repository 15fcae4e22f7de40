import type { Message } from "../../../src/core/conversation/message.ts";
import type { ControlRecord, EngagementRecord } from "../../../src/core/conversation/record.ts";

export interface Log {
  readonly conversationId: string;
  readonly records: readonly EngagementRecord[];
  readonly messages: readonly Message[];
}

/** One handoff, as records and messages alone tell of it. */
export interface Case {
  readonly conversationId: string;
  readonly engagement: string;
  readonly openedAt: number;
  readonly fromEpoch: number;
  /** The first epoch that is not of it. */
  toEpoch: number;
  /** Whom it came to, and whether by a bulk move. */
  readonly owners: { readonly agentId: string; readonly isMove: boolean }[];
  readonly waits: { readonly from: number; to: number }[];
  takenAt: number | null;
  answer: { readonly at: number; readonly agentId: string } | null;
  returned: number;
  end: { readonly at: number; readonly how: string } | null;
}

export function casesOf({ conversationId, records, messages }: Log): readonly Case[] {
  const controls = controlsOf(records);
  const cases: Case[] = [];
  let open: Case | null = null;
  for (const [index, control] of controls.entries()) {
    open = follow(open, control, conversationId, cases);
    const until = controls[index + 1]?.epoch ?? Number.POSITIVE_INFINITY;
    if (!open) continue;
    open.toEpoch = until;
    open.answer ??= firstWords(messages, control, until);
  }
  return cases;
}

export function controlsOf(records: readonly EngagementRecord[]): readonly ControlRecord[] {
  return records.filter((record) => record.type === "control").toSorted((one, other) => one.seq - other.seq);
}

export function beginsCase({ to, reason }: ControlRecord, isOpen: boolean): boolean {
  if (to !== "queue") return false;
  // What a person had taken out of the bot's hands waits for the first time.
  return reason.code === "handoff" || reason.code === "reopened" || (reason.code === "returned" && !isOpen);
}

function follow(open: Case | null, control: ControlRecord, conversationId: string, cases: Case[]): Case | null {
  const { reason, at, to, engagement, agentId, epoch } = control;
  const waiting = open?.waits.at(-1);
  if (waiting && waiting.to === Number.POSITIVE_INFINITY) waiting.to = at;
  if (beginsCase(control, open !== null)) {
    if (open) open.end = { at, how: "replaced" };
    const begun = { conversationId, engagement: `${conversationId}.e${engagement}`, openedAt: at, returned: 0 };
    const wait = { from: at, to: Number.POSITIVE_INFINITY };
    const epochs = { fromEpoch: epoch, toEpoch: epoch + 1 };
    const fresh: Case = { ...begun, ...epochs, owners: [], waits: [wait], takenAt: null, answer: null, end: null };
    cases.push(fresh);
    return fresh;
  }
  if (!open) return null;
  if (reason.code === "returned") open.returned += 1;
  if (to === "queue") open.waits.push({ from: at, to: Number.POSITIVE_INFINITY });
  if (to === "human" && agentId !== null) {
    open.takenAt ??= at;
    open.owners.push({ agentId, isMove: reason.code === "moved" });
  }
  if (to === "queue" || to === "human") return open;
  open.end = { at, how: endOf(control) };
  return null;
}

function endOf({ reason, to }: ControlRecord): string {
  if (reason.code === "cancelled") return "cancelled";
  if (reason.code === "closed") return reason.outcome;
  return to;
}

function firstWords(messages: readonly Message[], { epoch, to }: ControlRecord, until: number): Case["answer"] {
  if (to !== "human") return null;
  const found = messages.find(({ author, epoch: of }) => author.type === "agent" && of >= epoch && of < until);
  return found?.author.type === "agent" ? { at: found.at, agentId: found.author.agentId } : null;
}
