import { createSqliteStore } from "../../../../adapters/stores/sqlite/index.ts";
import { openNodeDatabase } from "../../../../adapters/stores/sqlite/node.ts";
import { claimOf, commitOf, documentKey, effectOf, messageOf } from "../../../contracts/store/build.ts";

/** Commits without end and prints the number of every commit that was acknowledged. To be killed. */
const { store } = createSqliteStore(openNodeDatabase(process.argv[2] ?? ""));

async function writeOn(lane: number): Promise<void> {
  for (let seq = 1; ; seq += 1) {
    const owner = `c${lane}`;
    const result = await store.commit(
      commitOf({
        claims: [claimOf(`${owner}/${seq}`)],
        expects: [{ ...documentKey(owner), version: seq - 1 }],
        puts: [{ ...documentKey(owner), body: { seq } }],
        entries: [messageOf(seq, { owner, words: ["hello", `n${seq}`] })],
        effects: [effectOf(`${owner}/${seq}`, { owner, lane: owner })],
      }),
    );
    if (result.status !== "committed") throw new Error(`Commit ${owner}/${seq} was answered ${result.status}.`);
    process.stdout.write(`${owner}/${seq}\n`);
  }
}

for (let lane = 0; lane < 16; lane += 1) void writeOn(lane);
