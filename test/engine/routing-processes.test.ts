import { memoryStore } from "../support/memory-store.ts";
import { routingOfTwoProcesses } from "./routing/two-processes.ts";

routingOfTwoProcesses("SQLite", async () => memoryStore());
