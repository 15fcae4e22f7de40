import * as z from "zod";
import { agent } from "../../../protocol/agents.ts";
import type { SettingsClient } from "../reach/settings-client.ts";

/** What was asked for by name. */
interface Named {
  readonly option: string;
  readonly kind: (typeof kinds)[number];
  readonly id: string;
}

const kinds = ["agent", "queue", "team", "rule"] as const;
const byId = z.record(z.string(), z.unknown());
const collections = z.object({ settings: z.object({ queues: byId, teams: byId, rules: byId }) });

/**
 * Of a report or an export with nothing in it: what it was asked for and is not there, so that a slip of the finger does not
 * read as "all is well". The server does not refuse it, because reports are also of what is gone since. What the key may not
 * look at is not said.
 */
export async function notThere(
  client: SettingsClient,
  given: Readonly<Record<string, unknown>>,
): Promise<readonly string[]> {
  const named = namedIn(given);
  const people = named.filter(({ kind }) => kind === "agent");
  const places = named.filter(({ kind }) => kind !== "agent");
  const found = await Promise.all(people.map((one) => missingAgent(client, one)));
  return [...found.flat(), ...(places.length === 0 ? [] : await missingPlaces(client, places))];
}

/** As the API takes them: several with commas between, and `none` for those without one. */
function namedIn(given: Readonly<Record<string, unknown>>): readonly Named[] {
  return kinds.flatMap((kind) => {
    const written = given[kind];
    if (typeof written !== "string") return [];
    const ids = new Set(written.split(",").map((id) => id.trim()));
    return [...ids].filter((id) => id !== "" && id !== "none").map((id) => ({ option: `--${kind}`, kind, id }));
  });
}

async function missingAgent(client: SettingsClient, { option, id }: Named): Promise<readonly string[]> {
  const answer = await client.call("GET", `/api/v1/agents/${encodeURIComponent(id)}`, { answer: agent });
  if (answer.status === "answered" || answer.code !== "not-found") return [];
  return [`${option}: there is nobody with the id ${JSON.stringify(id)}.`];
}

async function missingPlaces(client: SettingsClient, places: readonly Named[]): Promise<readonly string[]> {
  const inForce = await client.call("GET", "", { answer: collections });
  if (inForce.status === "refused") return [];
  const { queues, teams, rules } = inForce.value.settings;
  const inSettings = { queue: queues, team: teams, rule: rules, agent: {} };
  return places.flatMap(({ option, kind, id }) => {
    const known = Object.keys(inSettings[kind]);
    if (known.includes(id)) return [];
    const those =
      known.length === 0 ? "There is none." : `There ${known.length === 1 ? "is" : "are"} ${listed(known)}.`;
    return [`${option}: there is no ${kind} ${JSON.stringify(id)} in the settings in force. ${those}`];
  });
}

const mostListed = 20;

function listed(known: readonly string[]): string {
  const shown = known.slice(0, mostListed).join(", ");
  return known.length > mostListed ? `${shown}, …` : shown;
}
