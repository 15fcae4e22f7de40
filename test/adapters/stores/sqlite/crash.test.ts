import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { createSqliteStore } from "../../../../adapters/stores/sqlite/index.ts";
import { openNodeDatabase } from "../../../../adapters/stores/sqlite/node.ts";
import { claimOf, commitOf, documentKey, log } from "../../../contracts/store/build.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const pathOf = temporaryFolder();
const writer = fileURLToPath(new URL("./writer-process.ts", import.meta.url));

/** Kills the writer in the middle of its work, and answers which commits it had acknowledged. */
async function acknowledgedBeforeKill(path: string, enough: number): Promise<ReadonlyMap<string, number>> {
  const child = spawn(process.execPath, [writer, path], { stdio: ["ignore", "pipe", "inherit"] });
  const last = new Map<string, number>();
  let lines = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const [owner = "", seq = ""] = line.split("/");
    last.set(owner, Number(seq));
    lines += 1;
    if (lines === enough) child.kill("SIGKILL");
  }
  return last;
}

test("every acknowledged commit is there, whole, after the process was killed (I1)", { timeout: 60_000 }, async () => {
  for (const enough of [1, 300, 2_000]) {
    const path = pathOf(`killed-${enough}.db`);
    const acknowledged = await acknowledgedBeforeKill(path, enough);
    expect(acknowledged.size).toBeGreaterThan(0);
    const { store, close } = createSqliteStore(openNodeDatabase(path));
    for (const [owner, seq] of acknowledged) {
      const [document] = await store.load([documentKey(owner)]);
      const version = document?.version ?? 0;
      expect(version).toBeGreaterThanOrEqual(seq);
      expect(document?.body).toEqual({ seq: version });
      // What was committed and not acknowledged is there as a whole, or not at all.
      const messages = await store.query(log({ owner, limit: 10_000 }));
      expect(messages.items).toHaveLength(version);
      const last = { claims: [claimOf(`${owner}/${version}`)], settles: [] };
      expect((await store.commit(commitOf(last))).status).toBe("duplicate");
      expect((await store.commit(commitOf({ settles: [`${owner}/${version}`] }))).status).toBe("committed");
      expect((await store.commit(commitOf({ claims: [claimOf(`${owner}/${version + 1}`)] }))).status).toBe("committed");
    }
    const hits = await store.search({ words: ["hello"], limit: 100_000 });
    const count = [...acknowledged.values()].reduce((sum, seq) => sum + seq, 0);
    expect(hits.length).toBeGreaterThanOrEqual(count);
    await close();
  }
});
