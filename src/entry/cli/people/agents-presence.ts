import { type AgentBody, agent, presences } from "../../../protocol/agents.ts";
import type { Explain } from "../command.ts";
import { readOptions } from "../options/read-options.ts";
import { refuse } from "../options/refused-fields.ts";
import type { SettingsClient } from "../reach/settings-client.ts";

export interface AgentsAsked {
  readonly client: SettingsClient;
  readonly words: readonly string[];
  readonly isJson: boolean;
  readonly explain: Explain;
}

/** `baton agents presence ID STATUS`: a plain word, or one of the company's own, with the reason where it wants one. */
export async function setPresence({ client, words, isJson, explain }: AgentsAsked): Promise<0 | 1 | "misunderstood"> {
  const given = readOptions(words, { reason: { type: "string" } }, explain);
  if (!given) return "misunderstood";
  const [id, status, ...others] = given.positionals;
  if (id === undefined || status === undefined || others.length > 0) {
    explain(
      `Name one person and one status: baton agents presence ID ${presences.join("|")}, or a status of your own.`,
    );
    return "misunderstood";
  }
  const { reason } = given.values;
  const isPlain = presences.some((word) => word === status);
  const body = { ...(isPlain ? { presence: status } : { status }), ...(reason && { reason }) };
  const set = await client.call("POST", `/api/v1/agents/${encodeURIComponent(id)}/presence`, { body, answer: agent });
  if (set.status === "refused") return refuse(set, isJson, { status: `The status ${status}`, reason: "--reason" });
  console.log(isJson ? JSON.stringify(set.value) : describe(set.value));
  return 0;
}

function describe({ id, presence, status }: AgentBody): string {
  const own = status.id === null ? "" : ` (${status.id})`;
  return `${id}: ${presence}${own}${status.reason === null ? "" : `, ${status.reason}`}`;
}
