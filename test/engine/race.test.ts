import { memoryStore } from "../support/memory-store.ts";
import { broadcastRace } from "./race.ts";

broadcastRace("SQLite", async () => {
  const { store, close } = memoryStore();
  return [
    { store, close },
    { store, close: async () => undefined },
  ];
});
