import { workPromises } from "../engine/promises-of-work.ts";
import { inObject } from "./in-store.ts";

workPromises("SQLite in a Durable Object", inObject);
