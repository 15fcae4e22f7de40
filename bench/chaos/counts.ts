import { renderTable } from "../support/table.ts";
import type { Evidence } from "./checks/check.ts";
import { isTaken } from "./ledger.ts";
import type { StormResult } from "./scenario.ts";

/** What happened, in figures: a run in which little happened proves little. */
export function renderCounts({ evidence, kills }: StormResult): string {
  return renderTable(["seen", "count"], [["kills", String(kills)], ...rowsOf(evidence)]);
}

function rowsOf({ ledger, observed }: Evidence): string[][] {
  const { posted, receipts, turns, commands } = ledger;
  const taken = receipts.filter(isTaken);
  const distinct = new Set(taken.map(({ webhookId }) => webhookId)).size;
  const messages = observed.conversations.flatMap((conversation) => conversation.messages);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const deliveries = Map.groupBy(
    messages.filter(({ author }) => author !== "customer" && author !== "note"),
    ({ delivery }) => delivery,
  );
  const count = (name: string, value: number) => [name, String(value)];
  return [
    count("customers' messages written", posted.length),
    count("  posts, repetitions included", sum(posted.map(({ posts }) => posts))),
    count("  answered 2xx", sum(posted.map(({ acknowledgements }) => acknowledgements))),
    count("  messages acknowledged", posted.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length),
    count("conversations", observed.conversations.length),
    count("  messages in them", messages.length),
    count("  changes of control", sum(observed.conversations.map(({ epoch }) => epoch))),
    count("bot asked", turns.length),
    count("  again for the same turn", turns.length - new Set(turns.map(({ turnId }) => turnId)).size),
    count("agents' commands done", commands.filter(({ outcome }) => outcome === "done").length),
    count("  refused (too late)", commands.filter(({ outcome }) => outcome === "refused").length),
    count("  repeated until answered", sum(commands.map(({ attempts }) => Math.max(0, attempts - 1)))),
    count("posts to the reply receiver", receipts.length),
    count("  messages received", distinct),
    count("  received again (same webhook-id)", taken.length - distinct),
    count("  answer lost on the way back", receipts.filter(({ outcome }) => outcome === "answer-lost").length),
    count("  refused with 5xx", receipts.filter(({ outcome }) => outcome === "refused").length),
    ...[...deliveries].sort().map(([delivery, of]) => count(`outgoing, now ${delivery}`, of.length)),
    count("dead letters", observed.deadLetters.length),
  ];
}
