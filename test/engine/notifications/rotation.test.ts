import { memoryStore } from "../../support/memory-store.ts";
import { rotationPromises } from "./rotation-promises.ts";

rotationPromises("SQLite in memory", async () => memoryStore());
