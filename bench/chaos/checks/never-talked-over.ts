import { isTaken } from "../ledger.ts";
import { controlRecords, isAutomatic, type ObservedConversation, outgoingId, phaseUnder } from "../observed.ts";
import type { Check, Evidence } from "./check.ts";

/** Beside the lease: the way of a request on a machine that is busy killing things. */
const slackMs = 1_500;
/** Said by whoever takes over. */
const ofTakingOver = new Set<string | null>(["human.joined", "human.transferred", "case.reassigned_bulk"]);

export const neverTalkedOver: Check = {
  name: "a person in control is never talked over (I3)",
  find({ ledger, observed, leaseMs }) {
    return observed.conversations.flatMap((conversation) => [
      ...inTranscript(conversation),
      ...onTheWire(conversation, ledger, leaseMs),
    ]);
  },
};

/** Sequence numbers and epochs are given by commits, so both rise together; and no bot speaks under a person. */
function inTranscript(conversation: ObservedConversation): string[] {
  const { id, messages } = conversation;
  return messages.flatMap((message, index) => {
    const { seq, epoch, author, moment } = message;
    const phase = phaseUnder(conversation, epoch);
    const faults: string[] = [];
    if (epoch < (messages[index - 1]?.epoch ?? 0)) faults.push(`${id}: message ${seq} carries the old epoch ${epoch}`);
    if (author === "bot" && phase !== "bot") faults.push(`${id}: bot message ${seq} while ${phase} was in control`);
    if (author === "system" && phase === "human" && !ofTakingOver.has(moment)) {
      faults.push(`${id}: automatic text ${seq} (${moment}) while a person was in control`);
    }
    if (author === "agent" && phase !== "human")
      faults.push(`${id}: agent message ${seq} while ${phase} was in control`);
    return faults;
  });
}

function onTheWire(conversation: ObservedConversation, ledger: Evidence["ledger"], leaseMs: number): string[] {
  const takeOvers = controlRecords(conversation).filter(({ to }) => to === "human");
  const receipts = Map.groupBy(
    ledger.receipts.filter((receipt) => isTaken(receipt) && receipt.conversationId === conversation.id),
    ({ webhookId }) => webhookId,
  );
  return conversation.messages.filter(isAutomatic).flatMap((message) => {
    const id = outgoingId(conversation, message);
    const takenOver = takeOvers.find(({ epoch }) => epoch > message.epoch);
    const arrived = receipts.get(id) ?? [];
    if (message.delivery === "withheld" && arrived.length > 0) return [`${id} was withheld and arrived`];
    if (!takenOver) return [];
    const late = arrived.filter(({ at }) => at > takenOver.at + leaseMs + slackMs);
    return late.map(({ at }) => `${id} arrived ${at - takenOver.at} ms after a person had taken over`);
  });
}
