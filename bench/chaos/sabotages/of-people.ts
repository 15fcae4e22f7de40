import { controlRecords, type ObservedRecord, requestsIn } from "../observed.ts";
import { nothingToSpoil, onConversation, onLedger, onObserved, type Sabotage } from "./sabotage.ts";

/** Of requests, room and times. */
export const ofPeople: readonly Sabotage[] = [
  onConversation("forget-request", "a request stayed open for ever", (conversation) =>
    withRequest(conversation, ({ end }) => end !== null, { end: null }),
  ),
  onConversation("hurry-request", "a request ran out as soon as it was made", (conversation) => {
    const record = conversation.records.find(({ request }) => request?.end?.status === "timed-out");
    if (!record) return null;
    return withRequest(conversation, ({ id }) => id === record.request?.id, {
      end: { status: "timed-out", at: record.at + 1 },
    });
  }),
  onConversation("accept-twice", "two people were given what one of them had accepted", (conversation) => {
    const taken = controlRecords(conversation).find(({ reason }) => reason === "accepted");
    return taken ? { ...conversation, records: [...conversation.records, taken] } : null;
  }),
  onConversation("turn-answer", "somebody's yes was written down as running out", (conversation, { ledger }) => {
    const said = new Set(
      ledger.commands.flatMap(({ kind, outcome, requestId }) =>
        kind === "accept" && outcome === "done" ? [requestId] : [],
      ),
    );
    const at = conversation.records.at(-1)?.at ?? 0;
    return withRequest(conversation, ({ id }) => said.has(id), { end: { status: "timed-out", at: at + 60_000 } });
  }),
  onConversation("lose-assignment", "what was assigned never arrived", (conversation, { ledger }) => {
    const given = ledger.commands.find(
      ({ kind, outcome, conversationId }) =>
        kind === "assign" && outcome === "done" && conversationId === conversation.id,
    );
    if (!given) return null;
    const records = conversation.records.map((record) =>
      record.agentId === given.agentId ? { ...record, agentId: "somebody-else" } : record,
    );
    return { ...conversation, records };
  }),
  onObserved("tell-end-twice", "whoever asked heard twice that it had ended", ({ observed: { notices } }) => {
    const ended = notices.find(({ kind }) => kind === "request-ended");
    if (!ended) throw nothingToSpoil("tell-end-twice");
    return { notices: [...notices, ended] };
  }),
  onLedger("overload", "somebody was given more than they can take", ({ ledger, observed }) => {
    const held = observed.conversations.find(({ phase }) => phase === "human");
    if (!held?.agentId) throw nothingToSpoil("overload");
    const crowd = { at: Number.MAX_SAFE_INTEGER / 2, agentId: held.agentId, capacity: 0, conversationIds: [held.id] };
    return { ...ledger, crowded: [{ ...crowd, at: held.readAt }] };
  }),
  onObserved(
    "keep-place",
    "a place is kept for what was accepted by another",
    ({ observed: { people, conversations } }) => ({
      people: people.map((person) => ({
        ...person,
        holds: [...person.holds, { conversationId: conversations[0]?.id ?? "", as: "offered" as const }],
      })),
    }),
  ),
  onObserved("free-place", "somebody's conversation takes no place with them", ({ observed: { people } }) => ({
    people: people.map((person) => ({ ...person, holds: [] })),
  })),
  onObserved("ring-twice", "a follow-up became due twice", ({ observed: { followUps } }) => ({
    followUps: followUps.map((followUp) => ({
      ...followUp,
      history: followUp.history.flatMap((entry) => (entry.change === "became-due" ? [entry, entry] : [entry])),
    })),
  })),
  onObserved(
    "miss-time",
    "a follow-up whose time came while something was down never became due",
    ({ observed: { followUps } }) => ({
      followUps: followUps.map((followUp) => ({
        ...followUp,
        history: followUp.history.filter(({ change }) => change !== "became-due"),
      })),
    }),
  ),
  onObserved("remind-twice", "an owner was reminded twice", ({ observed: { notices } }) => {
    const due = notices.find(({ kind }) => kind === "task-due");
    if (!due) throw nothingToSpoil("remind-twice");
    return { notices: [...notices, due] };
  }),
  onObserved("lose-promise", "a follow-up that was answered 2xx is gone", ({ observed: { followUps }, ledger }) => {
    const promised = ledger.followUps.find(({ taskId }) => taskId !== null);
    return { followUps: followUps.filter(({ id }) => id !== promised?.taskId) };
  }),
  onLedger("kill-nothing", "nothing was killed where it hurts", ({ ledger }) => ({ ...ledger, kills: [] })),
];

type Conversation = Parameters<Parameters<typeof onConversation>[2]>[0];
type Request = NonNullable<ObservedRecord["request"]>;

/** The first one that fits, with another end. */
function withRequest(conversation: Conversation, fits: (request: Request) => boolean, change: Pick<Request, "end">) {
  const chosen = requestsIn(conversation).find(fits);
  if (!chosen) return null;
  const records = conversation.records.map((record) =>
    record.request === chosen ? { ...record, request: { ...chosen, ...change } } : record,
  );
  return { ...conversation, records };
}
