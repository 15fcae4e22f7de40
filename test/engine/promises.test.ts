import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { createSqliteStore } from "../../adapters/stores/sqlite/index.ts";
import { openNodeDatabase } from "../../adapters/stores/sqlite/node.ts";
import { memoryStore } from "../support/memory-store.ts";
import { enginePromises } from "./promises.ts";

const folder = mkdtempSync(join(tmpdir(), "baton-promises-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

enginePromises("SQLite in memory", (work) => work(memoryStore()), 40);
enginePromises(
  "a SQLite file",
  (work) => work(createSqliteStore(openNodeDatabase(join(folder, `${++files}.sqlite`)))),
  8,
);
