import { ErrorReply } from "redis";
import { createLink, type Link } from "./link.ts";
import { toStoreError } from "./redis-errors.ts";
import { within } from "./within.ts";

/** A sentence for the operator: what is wrong and what to set. An error keeps Baton from starting. */
export interface DurabilityProblem {
  readonly level: "error" | "warning";
  readonly message: string;
}

export interface DurabilityCheck {
  readonly url: string;
  /** See RedisStoreConfig. Default: false. */
  readonly cluster?: boolean;
  /** BATON_REDIS_DURABLE=yes: the operator vouches for a server that does not show its settings. Default: false. */
  readonly declaredDurable?: boolean;
  /** For connecting and for each answer, in ms. Default: 5000. */
  readonly timeoutMs?: number;
}

const oldestMajorVersion = 7;

/** Whether this server keeps what it has acknowledged (I1). Throws StoreUnavailableError when it does not answer. */
export async function checkDurability(check: DurabilityCheck): Promise<readonly DurabilityProblem[]> {
  const { url, cluster = false, declaredDurable = false, timeoutMs = 5_000 } = check;
  const link = createLink({ url, cluster, routingKey: "baton", connectTimeoutMs: timeoutMs });
  try {
    await within(link.connect(), timeoutMs, "connect");
    const info = String(await within(link.send(["INFO", "server"]), timeoutMs, "read its version"));
    const settings = await within(readSettings(link), timeoutMs, "read its settings");
    return [...versionProblems(info), ...(settings ? settingProblems(settings) : hiddenProblems(declaredDurable))];
  } catch (error) {
    throw toStoreError(error, "check its settings");
  } finally {
    link.destroy();
  }
}

/** `null` where the server refuses to show them, as managed services do. */
async function readSettings(link: Link): Promise<ReadonlyMap<string, string> | null> {
  try {
    const reply = await link.send(["CONFIG", "GET", "appendonly", "appendfsync", "maxmemory-policy"]);
    const cells = Array.isArray(reply) ? reply.map(String) : [];
    const settings = new Map<string, string>();
    for (let index = 0; index + 1 < cells.length; index += 2) settings.set(cells[index] ?? "", cells[index + 1] ?? "");
    return settings.size > 0 ? settings : null;
  } catch (error) {
    if (error instanceof ErrorReply) return null;
    throw error;
  }
}

function versionProblems(info: string): readonly DurabilityProblem[] {
  const version = /^redis_version:(\S+)/m.exec(info)?.[1] ?? "unknown";
  if (Number.parseInt(version, 10) >= oldestMajorVersion) return [];
  return [{ level: "error", message: `Redis has version ${version}. Baton needs ${oldestMajorVersion}.0 or newer.` }];
}

function settingProblems(settings: ReadonlyMap<string, string>): readonly DurabilityProblem[] {
  const problems: DurabilityProblem[] = [];
  const fsync = settings.get("appendfsync");
  if (settings.get("appendonly") !== "yes") {
    problems.push({
      level: "error",
      message:
        "Redis keeps no append-only file: a restart loses acknowledged messages. Set `appendonly yes` and `appendfsync always`.",
    });
  } else if (fsync === "everysec") {
    problems.push({
      level: "warning",
      message:
        "Redis writes to disk once a second: a crash can lose up to one second of acknowledged messages. Set `appendfsync always`.",
    });
  } else if (fsync !== "always") {
    problems.push({
      level: "error",
      message:
        "Redis leaves writing to disk to the operating system: a crash can lose acknowledged messages. Set `appendfsync always`.",
    });
  }
  const policy = settings.get("maxmemory-policy");
  if (policy !== "noeviction") {
    problems.push({
      level: "error",
      message: `Redis deletes data when its memory is full (maxmemory-policy ${policy}). Set \`maxmemory-policy noeviction\`.`,
    });
  }
  return problems;
}

function hiddenProblems(declaredDurable: boolean): readonly DurabilityProblem[] {
  if (declaredDurable) return [];
  return [
    {
      level: "error",
      message:
        "Redis does not show its settings. Make sure of `appendonly yes`, `appendfsync always` and `maxmemory-policy noeviction` with your provider, then set BATON_REDIS_DURABLE=yes.",
    },
  ];
}
