import { type AgentBody, agent, presences, roles } from "../../../protocol/agents.ts";
import { printAll } from "../options/print-all.ts";
import { isOneOf, quoted, readOptions } from "../options/read-options.ts";
import { inOptions } from "../options/refused-options.ts";
import { reportProblems } from "../options/report-problems.ts";
import { allOf } from "../reach/all-pages.ts";
import type { OnServer, Step } from "../reach/on-server.ts";

const text = { type: "string" } as const;
const filters = { role: text, team: text, presence: text, skill: text } as const;

/** `baton agents list`: who answers, and what they have. */
export const listAgents: Step = (words, explain) => {
  const given = readOptions(words, filters, explain);
  if (!given) return null;
  const [extra] = given.positionals;
  if (extra !== undefined) {
    explain(`There is nothing to be said after the options, not even ${quoted(extra)}.`);
    return null;
  }
  const { role, presence } = given.values;
  if (role !== undefined && !isOneOf(role, { option: "--role", known: roles }, explain)) return null;
  if (presence !== undefined && !isOneOf(presence, { option: "--presence", known: presences }, explain)) return null;
  return (on) => listAll(on, given.values);
};

async function listAll({ client, isJson }: OnServer, given: Readonly<Record<string, string>>): Promise<0 | 1> {
  const query = { ...given, left: "no" };
  const answer = await allOf(client, { path: "/api/v1/agents", query, item: agent });
  if (answer.status === "refused") {
    reportProblems(inOptions(answer.problems, given), isJson);
    return 1;
  }
  if (isJson) console.log(JSON.stringify(answer.value));
  else printAll(answer.value, { lineOf: describeAgent, none: "Nobody." });
  return 0;
}

/** With what they have as the wallboard counts it: what is idle takes no room. */
export function describeAgent({ id, name, role, presence, capacity, holds, teamIds }: AgentBody): string {
  const has = (["open", "idle", "offered"] as const).map(
    (as) => `${as} ${holds.filter((hold) => hold.as === as).length}`,
  );
  const teams = teamIds.length > 0 ? teamIds.join(", ") : role === "agent" ? "everybody's work" : "in no team";
  return `${id}: ${name}, ${role}, ${presence}, ${has.join(", ")}, capacity ${capacity}, ${teams}`;
}
