import { memoryStore } from "../support/memory-store.ts";
import { requestPromises } from "./promises-of-requests.ts";

requestPromises("SQLite", (work) => work(memoryStore()), 12);
