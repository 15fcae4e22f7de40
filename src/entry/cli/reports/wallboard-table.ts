import type { WallboardBody } from "../../../protocol/reports.ts";
import { aligned } from "../options/aligned.ts";
import { durationText } from "../options/duration-text.ts";

type Waiting = WallboardBody["waiting"];

/** For a terminal: the whole in three lines, then queue by queue and person by person. */
export function printWallboard({ at, waiting, queues, people, agents, sla, isCut, only }: WallboardBody): string {
  const now = Date.parse(at);
  const { available, busy, away, offline, free } = people;
  const whole = [
    ["waiting", wholeOf(waiting, now)],
    ["people", `${available} available (${free} with room), ${busy} busy, ${away} away, ${offline} offline`],
    ["first responses", `${sla.atRisk} at risk, ${sla.missed} missed`],
  ];
  // Whoever is gone and has nothing says nothing of how it stands.
  const there = agents.filter(({ presence, open, offered }) => presence !== "offline" || open + offered > 0);
  return [
    only == null ? at : `${at}, only what is ${only}'s: a lead's key shows everybody's`,
    "",
    aligned(whole),
    ...(queues.length === 0 ? [] : ["", aligned([queueHeader, ...queues.map((queue) => queueRow(queue, now))])]),
    ...(there.length === 0 ? [] : ["", aligned([agentHeader, ...there.map(agentRow)])]),
    ...(isCut ? ["", "There are more than these figures count."] : []),
  ].join("\n");
}

function wholeOf({ count, byPriority, longestSince, elsewhere }: Waiting, now: number): string {
  const { urgent, high } = byPriority;
  const longest = longestSince === null ? [] : [`the longest for ${since(longestSince, now)}`];
  return [`${count} in queues`, `${urgent} urgent`, `${high} high`, ...longest, `${elsewhere} elsewhere`].join(", ");
}

const queueHeader = ["queue", "waiting", "urgent", "high", "normal", "low", "longest", "elsewhere"];

function queueRow({ queueId, teamId, ...queue }: WallboardBody["queues"][number], now: number): readonly string[] {
  const { urgent, high, normal, low } = queue.byPriority;
  const longest = queue.longestSince === null ? "-" : since(queue.longestSince, now);
  const name = queueId ?? (teamId === null ? "none" : `team ${teamId}`);
  return [name, ...[queue.count, urgent, high, normal, low].map(String), longest, String(queue.elsewhere)];
}

const agentHeader = ["person", "presence", "open", "idle", "offered"];

function agentRow({ agentId, presence, open, idle, offered }: WallboardBody["agents"][number]): readonly string[] {
  return [agentId, presence, ...[open, idle, offered].map(String)];
}

function since(instant: string, now: number): string {
  return durationText(Math.max(0, now - Date.parse(instant)));
}
