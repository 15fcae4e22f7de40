import { connect } from "node:net";
import { ensureRedis } from "../../scripts/ensure-redis.ts";
import { type Child, startChild } from "./child.ts";
import { freePort } from "./free-port.ts";
import { waitUntil } from "./wait-until.ts";

/** A Redis of our own, as durable as Baton asks for it to be. */
export interface RedisServer {
  readonly url: string;
  /** SIGKILL, and at once again with the same port and data. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

export interface RedisOptions {
  readonly folder: string;
  readonly logFile: string;
  /** The command line in front of it: taskset. */
  readonly pin?: readonly string[];
}

const startTimeoutMs = 20_000;

export async function startRedisServer({ folder, logFile, pin = [] }: RedisOptions): Promise<RedisServer> {
  const port = await freePort();
  const settings = {
    port: String(port),
    bind: "127.0.0.1",
    dir: folder,
    appendonly: "yes",
    appendfsync: "always",
    "maxmemory-policy": "noeviction",
    save: "",
  };
  const line = [
    ...pin,
    await ensureRedis(),
    ...Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
  ];
  let child = await start(line, port, logFile);
  return {
    url: `redis://127.0.0.1:${port}`,
    async killAndRestart() {
      await child.kill();
      child = await start(line, port, logFile);
    },
    stop: () => child.stop(),
  };
}

async function start([command = "", ...args]: readonly string[], port: number, logFile: string): Promise<Child> {
  const child = startChild({ command, args, env: {}, cwd: "/", logFile });
  const isUp = await waitUntil(() => answers(port), { timeoutMs: startTimeoutMs, everyMs: 20 });
  if (!isUp) throw new Error(`redis-server did not answer within ${startTimeoutMs} ms. See ${logFile}.`);
  return child;
}

/** Not while it still loads what it had written. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port });
    socket.setTimeout(1_000, () => socket.destroy());
    socket.on("connect", () => socket.write("PING\r\n"));
    socket.on("data", (data) => {
      resolve(String(data).startsWith("+PONG"));
      socket.destroy();
    });
    socket.on("error", () => resolve(false));
    socket.on("close", () => resolve(false));
  });
}
