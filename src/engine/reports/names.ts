import type { Dimension } from "../../core/reports/dimension.ts";
import type { Settings } from "../../core/settings/settings.ts";
import type { Agents } from "../agents.ts";
import type { Parts } from "../parts.ts";
import { readCurrent } from "../settings/read-settings.ts";

/** What things are called now; `null`: it has no name, or is no more. */
export type NameOf = (dimension: Dimension, id: string) => string | null;

export async function readNames(
  parts: Pick<Parts, "store" | "starter">,
  listAgents: Agents["list"],
  wanted: readonly Dimension[],
): Promise<NameOf> {
  const needsSettings = wanted.some((dimension) => collections[dimension] !== undefined);
  const settings = needsSettings ? (await readCurrent(parts)).settings : null;
  const agents = wanted.includes("agent") ? await listAgents() : [];
  const people = new Map(agents.map(({ id, name }) => [id, name]));
  return (dimension, id) => {
    if (dimension === "agent") return people.get(id) ?? null;
    const collection = collections[dimension];
    return (settings && collection && named(settings[collection], id)) ?? null;
  };
}

const collections: Readonly<Partial<Record<Dimension, "queues" | "teams" | "rules">>> = {
  queue: "queues",
  team: "teams",
  rule: "rules",
};

function named(collection: Settings["queues" | "teams" | "rules"], id: string): string | null {
  return Object.hasOwn(collection, id) ? (collection[id]?.name ?? null) : null;
}
