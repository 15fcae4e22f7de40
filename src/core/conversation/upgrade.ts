import type { Conversation } from "./state.ts";

/**
 * Reading upgrades step by step: `upgrades[n]` turns a stored version n into n + 1. Old snapshots stay in
 * test/fixtures/snapshots for ever and must load.
 */
export const conversationVersion = 1;

type Stored = Record<string, unknown> & { schemaVersion: number };
const upgrades: Readonly<Record<number, (stored: Stored) => Stored>> = {};

export function readConversation(body: unknown): Conversation {
  if (!isStored(body)) throw new Error("A stored conversation has no schema version.");
  let stored = body;
  while (stored.schemaVersion < conversationVersion) {
    const upgrade = upgrades[stored.schemaVersion];
    if (!upgrade) throw new Error(`No way to read a conversation of schema version ${stored.schemaVersion}.`);
    stored = upgrade(stored);
  }
  if (stored.schemaVersion > conversationVersion) {
    throw new Error(
      `A conversation was written by a newer Baton (schema ${stored.schemaVersion}, this one reads ${conversationVersion}). Start the newer version.`,
    );
  }
  return stored as unknown as Conversation;
}

function isStored(body: unknown): body is Stored {
  return typeof body === "object" && body !== null && typeof (body as Stored).schemaVersion === "number";
}
