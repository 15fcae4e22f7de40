import { requestPromises } from "../engine/promises-of-requests.ts";
import { inStore } from "./in-store.ts";

requestPromises("SQLite in a Durable Object", inStore, 4);
