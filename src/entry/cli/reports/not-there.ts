import * as z from "zod";
import { agent } from "../../../protocol/agents.ts";
import type { SettingsClient } from "../reach/settings-client.ts";

/** What was asked for by name. */
export interface Named {
  readonly option: string;
  readonly kind: "agent" | "queue" | "team";
  readonly id: string;
}

const collections = z.object({
  settings: z.object({ queues: z.record(z.string(), z.unknown()), teams: z.record(z.string(), z.unknown()) }),
});

/**
 * Of a report with nothing in it: what it was asked for and is not there, so that a slip of the finger does not read as "all
 * is well". The server does not refuse it, because reports are also of what is gone since. What the key may not look at is
 * not said.
 */
export async function notThere(client: SettingsClient, named: readonly Named[]): Promise<readonly string[]> {
  const people = named.filter(({ kind }) => kind === "agent");
  const places = named.filter(({ kind }) => kind !== "agent");
  const found = await Promise.all(people.map((one) => missingAgent(client, one)));
  return [...found.flat(), ...(places.length === 0 ? [] : await missingPlaces(client, places))];
}

async function missingAgent(client: SettingsClient, { option, id }: Named): Promise<readonly string[]> {
  const answer = await client.call("GET", `/api/v1/agents/${encodeURIComponent(id)}`, { answer: agent });
  if (answer.status === "answered" || answer.code !== "not-found") return [];
  return [`${option}: there is nobody with the id ${JSON.stringify(id)}.`];
}

async function missingPlaces(client: SettingsClient, places: readonly Named[]): Promise<readonly string[]> {
  const inForce = await client.call("GET", "", { answer: collections });
  if (inForce.status === "refused") return [];
  const { queues, teams } = inForce.value.settings;
  return places.flatMap(({ option, kind, id }) => {
    const known = Object.keys(kind === "queue" ? queues : teams);
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
