import { type CommandKind, type CommandSeen, isTaken } from "../ledger.ts";
import type { ObservedConversation } from "../observed.ts";
import { controlRecords } from "../observed.ts";
import { tokensIn } from "../tokens.ts";
import type { Check } from "./check.ts";

/** The reasons that only a person's command gives. */
const reasonOf: Partial<Record<CommandKind, string>> = { "hand-back": "handed-back", close: "closed" };

export const commandsOnce: Check = {
  name: "what a person did took effect exactly once, in their order (I6, I10)",
  find({ ledger, observed }) {
    const byConversation = Map.groupBy(ledger.commands, ({ conversationId }) => conversationId);
    const known = new Set(ledger.commands.map(({ key }) => key));
    return [
      ...observed.conversations.flatMap((conversation) => [
        ...replies(conversation, byConversation.get(conversation.id) ?? [], known),
        ...controls(conversation, byConversation.get(conversation.id) ?? []),
        ...assigned(conversation, byConversation.get(conversation.id) ?? []),
      ]),
      ...ledger.receipts
        .filter((receipt) => isTaken(receipt) && receipt.author === "agent" && tokensIn(receipt.text, "a").length !== 1)
        .map(({ webhookId }) => `${webhookId} came as an agent's and no agent wrote it`),
    ];
  },
};

function replies(conversation: ObservedConversation, commands: readonly CommandSeen[], known: Set<string>): string[] {
  const tokens = conversation.messages.flatMap(({ author, text }) => (author === "agent" ? tokensIn(text, "a") : []));
  const faults: string[] = [];
  const done = commands.filter(({ kind, outcome }) => kind === "reply" && outcome === "done");
  for (const { key } of done) {
    const times = tokens.filter((token) => token === key).length;
    if (times !== 1) faults.push(`reply ${key} was answered 2xx and appears ${times} times`);
  }
  for (const { key } of commands.filter(({ outcome }) => outcome === "refused")) {
    if (tokens.includes(key)) faults.push(`reply ${key} was refused and appears`);
  }
  if (new Set(tokens).size !== tokens.length) faults.push(`${conversation.id}: a reply appears twice`);
  for (const token of tokens) if (!known.has(token)) faults.push(`reply ${token} was written by nobody`);
  const places = new Map(tokens.map((token, place) => [token, place]));
  for (const agentId of new Set(done.map((command) => command.agentId))) {
    const order = done
      .filter((command) => command.agentId === agentId)
      .sort((a, b) => a.startedAt - b.startedAt)
      .map(({ key }) => places.get(key) ?? 0);
    if (order.some((place, index) => place < (order[index - 1] ?? 0))) {
      faults.push(`${conversation.id}: the replies of ${agentId} are not in the order they were written`);
    }
  }
  return faults;
}

function controls(conversation: ObservedConversation, commands: readonly CommandSeen[]): string[] {
  return Object.entries(reasonOf).flatMap(([kind, reason]) => {
    const ofKind = commands.filter((command) => command.kind === kind);
    const least = ofKind.filter(({ outcome }) => outcome === "done").length;
    const most = least + ofKind.filter(({ outcome }) => outcome === "unanswered").length;
    const records = controlRecords(conversation).filter((record) => record.reason === reason).length;
    if (records >= least && records <= most) return [];
    return [`${conversation.id}: ${least} × ${kind} was answered 2xx and ${records} records say so`];
  });
}

/** Who has it already is given nothing by a second word, so several may share a record; more than words there are not. */
function assigned(conversation: ObservedConversation, commands: readonly CommandSeen[]): string[] {
  const records = controlRecords(conversation);
  const byAgent = Map.groupBy(
    commands.filter(({ kind }) => kind === "assign"),
    ({ agentId }) => agentId,
  );
  return [...byAgent].flatMap(([agentId, words]) => {
    // Routing gives without asking, too, and says so in a record of its own.
    const byRouting = conversation.records.filter(({ givenTo }) => givenTo === agentId).length;
    const given = records.filter((record) => record.reason === "assigned" && record.agentId === agentId).length;
    const times = given - byRouting;
    const most = words.filter(({ outcome }) => outcome !== "refused").length;
    const said = words.map(({ key, outcome }) => `${key} ${outcome}`).join(", ");
    if (times > most) return [`${conversation.id}: assigned to ${agentId} ${times} times, by ${said}`];
    const isDone = words.some(({ outcome }) => outcome === "done");
    const had = records.some((record) => record.to === "human" && record.agentId === agentId);
    return isDone && !had ? [`${conversation.id}: assigned to ${agentId}, who never had it, by ${said}`] : [];
  });
}
