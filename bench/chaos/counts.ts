import { renderTable } from "../support/table.ts";
import type { Evidence } from "./checks/check.ts";
import { searchesKilled, timesMissed } from "./killed-inside.ts";
import { isTaken } from "./ledger.ts";
import { requestsIn } from "./observed.ts";
import type { StormResult } from "./scenario.ts";

/** What happened, in figures: a run in which little happened proves little. */
export function renderCounts({ evidence }: Pick<StormResult, "evidence">): string {
  return renderTable(["seen", "count"], [...rowsOf(evidence), ...rowsOfPeople(evidence), ...rowsOfCase(evidence)]);
}

function rowsOf({ ledger, observed }: Evidence): string[][] {
  const { posted, receipts, turns, commands, kills } = ledger;
  const taken = receipts.filter(isTaken);
  const distinct = new Set(taken.map(({ webhookId }) => webhookId)).size;
  const messages = observed.conversations.flatMap((conversation) => conversation.messages);
  const deliveries = Map.groupBy(
    messages.filter(({ author }) => author !== "customer" && author !== "note"),
    ({ delivery }) => delivery,
  );
  return [
    count("kills", kills.length),
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

function rowsOfPeople({ ledger, observed, requestMs }: Evidence): string[][] {
  const requests = observed.conversations.flatMap(requestsIn);
  const ends = Map.groupBy(requests, ({ end }) => end?.status ?? "open");
  const changes = observed.followUps.flatMap(({ history }) => history.map(({ change }) => change));
  const fired = (change: string) => changes.filter((each) => each === change).length;
  return [
    count("requests made", requests.length),
    ...[...ends].sort().map(([end, of]) => count(`  ${end}`, of.length)),
    count(
      "direct assignments done",
      ledger.commands.filter(({ kind, outcome }) => kind === "assign" && outcome === "done").length,
    ),
    count("follow-ups", observed.followUps.length),
    count("  reminded", fired("reminded")),
    count("  became due", fired("became-due")),
    count("kills while somebody was looked for", searchesKilled(ledger, observed.conversations).length),
    count("times that came while something was down", timesMissed({ ledger, observed, requestMs }).length),
  ];
}

function rowsOfCase({ caseHandoff }: Evidence): string[][] {
  if (!caseHandoff) return [];
  const { kills, out, back } = caseHandoff;
  const shares = (direction: string) =>
    kills
      .filter((kill) => kill.direction === direction)
      .map(({ share }) => `${Math.round(share * 100)} %`)
      .join(", ");
  const { counts } = back.handoff;
  return [
    count("case handoff, items", out.items.length),
    ["  killed on the way at", shares("out")],
    count("  moved", out.handoff.counts.moved),
    count("  changed meanwhile", out.handoff.counts["skipped-changed"]),
    ["  killed on the way back at", shares("back")],
    count("  returned", counts.returned),
    count("  left alone", counts["left-alone"]),
  ];
}

function count(name: string, value: number): string[] {
  return [name, String(value)];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
