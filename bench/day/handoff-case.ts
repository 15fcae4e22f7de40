import type { Message } from "../../src/core/conversation/message.ts";
import type { ControlRecord, RoutingRecord } from "../../src/core/conversation/record.ts";
import type { DayConversation } from "./evidence.ts";

/** One handoff as the records and messages of its conversation tell it, without any of the product's own counting. */
export interface HandoffCase {
  readonly conversationId: string;
  readonly openedAt: number;
  /** The customer came again with what people had ended, instead of being handed over anew. */
  readonly isReopened: boolean;
  /** Epoch in which it was opened. */
  readonly epoch: number;
  readonly stays: readonly Stay[];
  /** The queue it waits or waited in last. */
  readonly queueId: string;
  /** Who had it, in order. */
  readonly owners: readonly string[];
  readonly takenAt: number | null;
  readonly answeredAt: number | null;
  readonly answeredBy: string | null;
  readonly returned: number;
  readonly end: { readonly at: number; readonly how: string } | null;
}

/** One time of control in it: waiting, or with a person. */
export interface Stay {
  readonly from: number;
  /** `null`: still. */
  readonly to: number | null;
  readonly epoch: number;
  /** `null`: it waits. */
  readonly agentId: string | null;
  /** Where it waits. */
  readonly queueId: string;
  /** The person's first words in it. */
  readonly firstWordsAt: number | null;
}

export function casesOf(conversation: DayConversation, reopenedIn: string): readonly HandoffCase[] {
  const controls = controlsOf(conversation);
  const openings = controls.flatMap((control, index) => (opens(control) ? [index] : []));
  return openings.map((first, place) => {
    const next = openings[place + 1] ?? controls.length;
    return caseOf(conversation, controls.slice(first, next), { next: controls[next] ?? null, reopenedIn });
  });
}

export function controlsOf({ records }: DayConversation): readonly ControlRecord[] {
  return records.filter((record) => record.type === "control").toSorted((one, other) => one.seq - other.seq);
}

function opens({ to, reason }: ControlRecord): boolean {
  return to === "queue" && (reason.code === "handoff" || reason.code === "reopened");
}

interface Around {
  readonly next: ControlRecord | null;
  readonly reopenedIn: string;
}

function caseOf(
  conversation: DayConversation,
  controls: readonly ControlRecord[],
  { next, reopenedIn }: Around,
): HandoffCase {
  const opening = controls[0];
  if (!opening) throw new Error("A case begins with its opening.");
  const over = controls.findIndex(({ to }) => to === "closed" || to === "bot");
  const running = over < 0 ? controls : controls.slice(0, over);
  const ending = controls[over] ?? next;
  const firstQueue = opening.reason.code === "reopened" ? reopenedIn : conversation.queueId;
  const stays = staysOf(conversation, { running, until: ending, firstQueue });
  const held = stays.filter(({ agentId }) => agentId !== null);
  const answered = held.find(({ firstWordsAt }) => firstWordsAt !== null) ?? null;
  return {
    conversationId: conversation.id,
    openedAt: opening.at,
    epoch: opening.epoch,
    stays,
    queueId: stays.at(-1)?.queueId ?? firstQueue,
    owners: held.flatMap(({ agentId }) => agentId ?? []),
    takenAt: held[0]?.from ?? null,
    answeredAt: answered?.firstWordsAt ?? null,
    answeredBy: answered?.agentId ?? null,
    isReopened: opening.reason.code === "reopened",
    returned: running.filter(({ reason }) => reason.code === "returned").length,
    end: ending && { at: ending.at, how: howEnded(ending) },
  };
}

function howEnded({ reason, to }: ControlRecord): string {
  if (reason.code === "cancelled") return "cancelled";
  if (reason.code === "closed") return reason.outcome;
  return to === "bot" ? "bot" : "replaced";
}

interface Running {
  readonly running: readonly ControlRecord[];
  readonly until: ControlRecord | null;
  readonly firstQueue: string;
}

function staysOf(conversation: DayConversation, { running, until, firstQueue }: Running): readonly Stay[] {
  let queueId = firstQueue;
  return running.flatMap((control, index) => {
    const to = (running[index + 1] ?? until)?.at ?? null;
    if (control.to === "human") return [held(conversation, control, { to, queueId })];
    const routes = conversation.records.filter((record) => record.type === "routing" && record.epoch === control.epoch);
    const waits = waitsOf(control, { to, queueId, routes: routes as readonly RoutingRecord[] });
    queueId = waits.at(-1)?.queueId ?? queueId;
    return waits;
  });
}

function held(
  { messages }: DayConversation,
  { at, epoch, agentId }: ControlRecord,
  rest: Pick<Stay, "to" | "queueId">,
) {
  const isTheirs = (message: Message) => message.author.type === "agent" && message.epoch === epoch;
  return { from: at, epoch, agentId, firstWordsAt: messages.find(isTheirs)?.at ?? null, ...rest };
}

/** One for each queue it waits in: a decision that it waits elsewhere changes who is looked for, and not who has it. */
function waitsOf(
  { at, epoch }: ControlRecord,
  { to, queueId, routes }: Pick<Stay, "to" | "queueId"> & { readonly routes: readonly RoutingRecord[] },
): readonly Stay[] {
  const begun = routes[0]?.destination.id ?? queueId;
  const waits: Stay[] = [{ from: at, to, epoch, agentId: null, queueId: begun, firstWordsAt: null }];
  for (const { outcome, lastAt } of routes) {
    const last = waits.pop();
    if (!last) break;
    const moved = outcome.type === "overflow" && outcome.action.type === "queue" ? outcome.action.id : null;
    if (moved === null) waits.push(last);
    else waits.push({ ...last, to: lastAt }, { ...last, from: lastAt, queueId: moved });
  }
  return waits;
}
