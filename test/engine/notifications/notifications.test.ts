import { memoryStore } from "../../support/memory-store.ts";
import { notificationPromises } from "./promises.ts";

notificationPromises("SQLite in memory", async () => memoryStore());
