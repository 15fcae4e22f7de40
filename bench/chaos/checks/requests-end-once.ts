import type { CommandKind, CommandSeen } from "../ledger.ts";
import {
  controlRecords,
  type ObservedConversation,
  type ObservedNotice,
  type ObservedRequest,
  requestsIn,
} from "../observed.ts";
import type { Check } from "./check.ts";

/** Of these whoever asked hears; what they took back, or lost themselves, they know. */
const told = ["accepted", "rejected", "timed-out"] as const;

export const requestsEndOnce: Check = {
  name: "a request ends once, none is left open, and whoever asked hears of it once (I6, I9)",
  find({ ledger, observed, requestMs }) {
    const answers = Map.groupBy(ledger.commands, ({ requestId }) => requestId);
    const notices = Map.groupBy(observed.notices, ({ conversationId }) => conversationId);
    return observed.conversations.flatMap((conversation) => [
      ...times(conversation, requestMs),
      ...requestsIn(conversation).flatMap((request) => answered(request, answers.get(request.id) ?? [], conversation)),
      ...takenOver(conversation),
      ...heard(conversation, notices.get(conversation.id) ?? []),
    ]);
  },
};

function times({ records }: ObservedConversation, requestMs: number): string[] {
  return records.flatMap(({ request, at }) => {
    if (!request) return [];
    const { id, end } = request;
    if (!end) return [`${id} is still open`];
    const early = at + requestMs - end.at;
    return end.status === "timed-out" && early > 0 ? [`${id} ran out ${early} ms too early`] : [];
  });
}

const endings: Partial<Record<CommandKind, string>> = { accept: "accepted", reject: "rejected", withdraw: "withdrawn" };

/** What the answer said is how it ended; who has it already by another way has said yes to what is so. */
function answered(
  { id, end }: ObservedRequest,
  commands: readonly CommandSeen[],
  conversation: ObservedConversation,
): string[] {
  const how = end?.status ?? "open";
  const faults = commands.flatMap(({ kind, outcome, agentId }) => {
    if (outcome !== "done" || endings[kind] === how) return [];
    const isTheirs = kind === "accept" && how === "rescinded" && hadIt(conversation, agentId);
    return isTheirs ? [] : [`${id} was ${endings[kind]} by an answer, and ended ${how}`];
  });
  const isPersons = Object.values(endings).includes(how);
  const isRefused = isPersons && commands.length > 0 && commands.every(({ outcome }) => outcome === "refused");
  return isRefused ? [...faults, `${id} ended ${how}, and every answer was refused`] : faults;
}

function hadIt(conversation: ObservedConversation, agentId: string): boolean {
  return controlRecords(conversation).some((record) => record.to === "human" && record.agentId === agentId);
}

function takenOver(conversation: ObservedConversation): string[] {
  const accepted = requestsIn(conversation).filter(({ kind, end }) => kind !== "discuss" && end?.status === "accepted");
  const taken = controlRecords(conversation).filter(({ reason }) => reason === "accepted");
  if (taken.length === accepted.length) return [];
  return [`${conversation.id}: ${accepted.length} requests were accepted and control passed ${taken.length} times`];
}

function heard(conversation: ObservedConversation, notices: readonly ObservedNotice[]): string[] {
  const asked = requestsIn(conversation).filter(({ askedBy }) => askedBy !== null);
  return told.flatMap((status) => {
    const ends = asked.filter(({ end }) => end?.status === status).length;
    const said = notices.filter(({ kind, detail }) => kind === "request-ended" && detail === status).length;
    return ends === said ? [] : [`${conversation.id}: ${ends} requests ${status}, told ${said} times`];
  });
}
