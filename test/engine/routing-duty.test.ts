import { memoryStore } from "../support/memory-store.ts";
import { dutyPromises } from "./routing/duty-promises.ts";

dutyPromises("SQLite", async () => memoryStore());
