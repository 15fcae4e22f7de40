import { memoryStore } from "../../support/memory-store.ts";
import { followUpPromises } from "./promises.ts";

followUpPromises("SQLite", async () => memoryStore());
