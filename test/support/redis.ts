import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createConnection, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureRedis } from "../../scripts/ensure-redis.ts";

/** A real redis-server of the test's own, on a free port and in a folder of its own. */
export interface TestRedis {
  readonly url: string;
  readonly port: number;
  /** Ends it properly and removes its folder. */
  stop(): Promise<void>;
  /** Ends it with SIGKILL; the data stays for `restart`. */
  kill(): Promise<void>;
  /** Ends it, if it runs, and starts it again with the same port and data. */
  restart(): Promise<void>;
  /** Stops it from answering while its connections stay open, until `resume`. */
  pause(): void;
  resume(): void;
}

/** Settings of redis.conf; `appendonly yes`, `appendfsync always` and `maxmemory-policy noeviction` unless given. */
export type RedisSettings = Readonly<Record<string, string>>;

const durable: RedisSettings = {
  appendonly: "yes",
  appendfsync: "always",
  "maxmemory-policy": "noeviction",
  save: "",
  bind: "127.0.0.1",
};

export async function startRedis(settings: RedisSettings = {}): Promise<TestRedis> {
  const program = await ensureRedis();
  const folder = await mkdtemp(join(tmpdir(), "baton-redis-"));
  const port = await freePort();
  const all = Object.entries({ ...durable, ...settings, dir: folder, port: String(port) });
  const args = all.flatMap(([name, value]) => [`--${name}`, value]);
  let server = await start(program, args, port);
  const killNow = () => server.kill("SIGKILL");
  process.once("exit", killNow);

  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    async stop() {
      await end(server, "SIGTERM");
      process.removeListener("exit", killNow);
      await rm(folder, { recursive: true, force: true });
    },
    kill: () => end(server, "SIGKILL"),
    async restart() {
      await end(server, "SIGTERM");
      server = await start(program, args, port);
    },
    pause: () => void server.kill("SIGSTOP"),
    resume: () => void server.kill("SIGCONT"),
  };
}

async function start(program: string, args: readonly string[], port: number): Promise<ChildProcess> {
  const server = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
  await new Promise<void>((resolve, reject) => {
    let output = "";
    for (const stream of [server.stdout, server.stderr]) {
      stream.on("data", (chunk) => {
        // Read on for ever, so that a full pipe never stops the server; remember only until it is up.
        if (output.length < 20_000) output += String(chunk);
        if (output.includes("Ready to accept connections")) resolve();
      });
    }
    server.once("error", reject);
    server.once("exit", (status) => reject(new Error(`redis-server ended with status ${status}: ${output}`)));
  });
  await ping(port);
  return server;
}

async function ping(port: number): Promise<void> {
  const socket = createConnection({ host: "127.0.0.1", port });
  socket.write("PING\r\n");
  const [answer] = await once(socket, "data");
  socket.destroy();
  if (!String(answer).startsWith("+PONG")) throw new Error(`redis-server answered PING with: ${String(answer)}`);
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, "exit");
  server.kill(signal);
  server.kill("SIGCONT");
  await exited;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("The system gave no free port.");
  return address.port;
}
