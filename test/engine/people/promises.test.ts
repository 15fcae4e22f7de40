import { memoryStore } from "../../support/memory-store.ts";
import { peoplePromises } from "./promises.ts";

peoplePromises("SQLite", (work) => work(memoryStore()), 25);
