import { enginePromises } from "../engine/promises.ts";
import { inStore } from "./in-store.ts";

enginePromises("SQLite in a Durable Object", inStore, 8);
