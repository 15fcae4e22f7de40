import type { CollectionName } from "./parts.ts";

/** How many there may be of each. More than anybody reads, and little enough that every decision stays quick. */
export const maxMembers: Readonly<Record<CollectionName, number>> = {
  rules: 200,
  phrases: 200,
  texts: 1_000,
  hours: 200,
  queues: 200,
  teams: 200,
  slas: 100,
  taskTemplates: 200,
  testIdentities: 200,
};

/** Of all settings as JSON: every process holds them, and every version keeps them. */
export const maxSettingsBytes = 512_000;
