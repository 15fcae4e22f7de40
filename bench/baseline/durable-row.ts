import { createHash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { createClient } from "redis";

/** The least that anyone would write down before answering 2xx: one row, durable. `false`: known already. */
export type WriteRow = (row: Row) => Promise<boolean>;

export interface Row {
  readonly id: string;
  readonly customer: string;
  readonly body: string;
}

/** One commit, and so one sync of the disk, for every request. */
export function rowPerCommit(path: string): WriteRow {
  const { insert } = openDatabase(path);
  return async ({ id, customer, body }) => insert.run(id, customer, body).changes === 1;
}

/** What arrives in one turn of the event loop shares one commit. */
export function rowsPerCommit(path: string): WriteRow {
  const { database, insert } = openDatabase(path);
  let waiting: { row: Row; done(isNew: boolean): void }[] = [];
  const flush = () => {
    const batch = waiting;
    waiting = [];
    database.exec("BEGIN IMMEDIATE");
    const isNew = batch.map(({ row }) => insert.run(row.id, row.customer, row.body).changes === 1);
    database.exec("COMMIT");
    for (const [index, { done }] of batch.entries()) done(isNew[index] === true);
  };
  return (row) =>
    new Promise((resolve) => {
      waiting.push({ row, done: resolve });
      if (waiting.length === 1) setImmediate(flush);
    });
}

function openDatabase(path: string) {
  const database = new DatabaseSync(path);
  database.exec("PRAGMA journal_mode = WAL");
  database.exec("PRAGMA synchronous = FULL");
  database.exec(
    "CREATE TABLE messages (number INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, customer TEXT NOT NULL, body TEXT NOT NULL)",
  );
  return { database, insert: database.prepare("INSERT OR IGNORE INTO messages (id, customer, body) VALUES (?, ?, ?)") };
}

const rowScript = `
if not redis.call('SET', 'seen:' .. ARGV[1], '1', 'NX', 'PX', 2592000000) then return 0 end
redis.call('HSET', 'customer:' .. ARGV[2], 'last', ARGV[1])
redis.call('XADD', 'messages', '*', 'customer', ARGV[2], 'body', ARGV[3])
return 1`;

/** One script call for every request. */
export async function rowPerScript(url: string): Promise<WriteRow> {
  const client = createClient({ url, RESP: 2 });
  await client.connect();
  const sha = createHash("sha1").update(rowScript).digest("hex");
  await client.sendCommand(["SCRIPT", "LOAD", rowScript]);
  return async ({ id, customer, body }) => {
    const isNew: unknown = await client.sendCommand(["EVALSHA", sha, "0", id, customer, body]);
    return isNew === 1;
  };
}
