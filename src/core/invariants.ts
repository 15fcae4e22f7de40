import type { Applied } from "./conversation/decision.ts";
import { isAutomatic } from "./conversation/message.ts";
import type { Conversation } from "./conversation/state.ts";

/** The promises as functions: what must hold of every change, whatever came before it. Empty when all is well. */
export function violations(before: Conversation | null, decision: Applied): readonly string[] {
  return [
    ...controlViolations(before, decision),
    ...automaticTextViolations(decision),
    ...orderViolations(before, decision),
    ...waitingViolations(before, decision),
    ...sizeViolations(decision),
  ];
}

/** I2: every change of control raises the epoch by one and writes one record. */
function controlViolations(before: Conversation | null, { conversation, records }: Applied): string[] {
  const found: string[] = [];
  const changes = records.filter((record) => record.type === "control");
  const from = before?.epoch ?? 0;
  if (conversation.epoch - from !== changes.length) {
    found.push(`I2: epoch went from ${from} to ${conversation.epoch} with ${changes.length} control records`);
  }
  changes.forEach((record, index) => {
    if (record.epoch !== from + index + 1) found.push(`I2: record ${record.seq} carries epoch ${record.epoch}`);
  });
  if (before && changes.length === 0 && controller(before) !== controller(conversation)) {
    found.push(`I2: control went from ${controller(before)} to ${controller(conversation)} without a record`);
  }
  return found;
}

/** I3: nothing automated is written under an epoch that is over, and no bot speaks where it must be silent. */
function automaticTextViolations({ conversation, messages }: Applied): string[] {
  const found: string[] = [];
  for (const message of messages) {
    if (message.delivery.status !== "queued") continue;
    if (isAutomatic(message) && message.epoch !== conversation.epoch) {
      found.push(`I3: automatic message ${message.seq} of epoch ${message.epoch} under epoch ${conversation.epoch}`);
    }
    if (message.author.type === "bot" && !mayBotSpeak(conversation)) {
      found.push(`I3: bot message ${message.seq} in phase ${conversation.control.phase}`);
    }
  }
  return found;
}

/** I8: the order has no gaps and no second numbers. */
function orderViolations(before: Conversation | null, { conversation, messages, records }: Applied): string[] {
  const found: string[] = [];
  const dense = (name: string, from: number, to: number, seqs: number[]) => {
    const fresh = seqs.filter((seq) => seq > from).sort((a, b) => a - b);
    if (fresh.length !== to - from || fresh.some((seq, index) => seq !== from + index + 1)) {
      found.push(`I8: ${name} after ${from} are ${fresh.join(", ")}, and the last is said to be ${to}`);
    }
  };
  dense(
    "messages",
    before?.lastSeq ?? 0,
    conversation.lastSeq,
    messages.map((message) => message.seq),
  );
  dense(
    "records",
    before?.lastRecordSeq ?? 0,
    conversation.lastRecordSeq,
    records.map((record) => record.seq),
  );
  return found;
}

/** I4, I5: a wait begins with exactly one text and a stored wake-up. */
function waitingViolations(before: Conversation | null, { conversation, messages, effects, feed }: Applied): string[] {
  const { control } = conversation;
  if (control.phase !== "queue") return [];
  const found: string[] = [];
  const isNew = before?.control.phase !== "queue" || before.control.handoff.id !== control.handoff.id;
  const told = messages.filter((message) => message.author.type === "system" && message.delivery.status === "queued");
  const isMuted = feed.some(({ type }) => type === "moment-muted");
  if (isNew && told.length !== 1 && !isMuted) found.push(`I4: a handoff began with ${told.length} texts`);
  if (told.length > 1) found.push(`I4: ${told.length} texts at one moment`);
  const wakeUp = control.handoff.wakeUpEffectId;
  const isKnown =
    before?.control.phase === "queue" && before.control.handoff.wakeUpEffectId === wakeUp
      ? true
      : effects.some((effect) => effect.id === wakeUp && effect.effect.type === "timer");
  if (!isKnown) found.push("I5: an open handoff without a stored wake-up");
  return found;
}

function sizeViolations({ conversation }: Applied): string[] {
  const size = JSON.stringify(conversation).length;
  return size > 16_000 ? [`a conversation of ${size} characters`] : [];
}

function controller({ control }: Conversation): string {
  return control.phase === "human" ? `human:${control.agentId}` : control.phase;
}

function mayBotSpeak({ control }: Conversation): boolean {
  return control.phase === "bot" || (control.phase === "queue" && control.assist !== null);
}
