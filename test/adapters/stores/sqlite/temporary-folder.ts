import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** Gives paths in a folder that goes when the tests of the file are over. */
export function temporaryFolder(): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), "baton-sqlite-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  return (name) => join(folder, name);
}
