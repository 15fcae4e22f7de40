import { type AgentBody, agent, presences } from "../../../protocol/agents.ts";
import { readOptions } from "../options/read-options.ts";
import { refuse } from "../options/refused-fields.ts";
import type { Step } from "../reach/on-server.ts";

/** `baton agents presence ID STATUS`: a plain word, or one of the company's own, with the reason where it wants one. */
export const setPresence: Step = (words, explain) => {
  const given = readOptions(words, { reason: { type: "string" } }, explain);
  if (!given) return null;
  const [id, status, ...others] = given.positionals;
  if (id === undefined || status === undefined || others.length > 0) {
    explain(
      `Name one person and one status: baton agents presence ID ${presences.join("|")}, or a status of your own.`,
    );
    return null;
  }
  const { reason } = given.values;
  const isPlain = presences.some((word) => word === status);
  const body = { ...(isPlain ? { presence: status } : { status }), ...(reason && { reason }) };
  return async ({ client, isJson }) => {
    const set = await client.call("POST", `/api/v1/agents/${encodeURIComponent(id)}/presence`, { body, answer: agent });
    if (set.status === "refused") return refuse(set, isJson, { status: `The status ${status}`, reason: "--reason" });
    console.log(isJson ? JSON.stringify(set.value) : describe(set.value));
    return 0;
  };
};

function describe({ id, presence, status }: AgentBody): string {
  const own = status.id === null ? "" : ` (${status.id})`;
  return `${id}: ${presence}${own}${status.reason === null ? "" : `, ${status.reason}`}`;
}
