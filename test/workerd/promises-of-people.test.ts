import { peoplePromises } from "../engine/people/promises.ts";
import { inStore } from "./in-store.ts";

peoplePromises("SQLite in a Durable Object", inStore, 4);
