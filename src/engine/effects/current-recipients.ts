import { type Circle, type Recipient, recipientsOf } from "../../core/notifications/recipients.ts";
import type { Destination } from "../../core/rules/rule.ts";
import type { Store } from "../../ports/store.ts";
import { readAgents } from "../read-agents.ts";
import type { Roster } from "../routing/roster.ts";

type Question = Omit<Circle, "agents"> & { readonly targets: readonly Destination[] };

/** People who change while they are chosen are rare; so often in a row, and everybody is read. */
const mostTries = 3;

/**
 * Who is told, chosen among everybody as of a moment ago. Whoever that comes to, and whoever was named, is read again
 * before they are told anything: a person who has just left is not, and neither is somebody who is a test by now.
 */
export async function currentRecipients(
  { store, roster }: { readonly store: Store; readonly roster: Pick<Roster, "read" | "isFresh"> },
  { targets, ...circle }: Question,
): Promise<readonly Recipient[]> {
  const named = targets.flatMap(({ type, id }) => (type === "agent" ? [id] : []));
  for (let tries = 0; tries < mostTries; tries++) {
    const recipients = recipientsOf(targets, { ...circle, agents: await roster.read() });
    const ids = new Set([...named, ...recipients.map(({ agent }) => agent.id)]);
    if (await roster.isFresh([...ids])) return recipients;
  }
  return recipientsOf(targets, { ...circle, agents: await readAgents(store) });
}
