import { chmod, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createSqliteStore } from "../../../adapters/stores/sqlite/index.ts";
import { openNodeDatabase } from "../../../adapters/stores/sqlite/node.ts";
import type { OpenStore } from "../../ports/store.ts";
import type { Config } from "../config.ts";
import { lockDataFolder } from "./data-lock.ts";

export type StoreOpening =
  | { readonly status: "opened"; readonly opened: OpenStore; readonly warnings: readonly string[] }
  /** Each a sentence for the operator. */
  | { readonly status: "refused"; readonly problems: readonly string[] };

/** The store the settings ask for, when it keeps what it acknowledges (I1). */
export function openStore(config: Config): Promise<StoreOpening> {
  return config.redis ? openRedis(config.redis, config.workspaceId) : openFile(config);
}

export function databasePath(dataDir: string, workspaceId: string): string {
  return join(dataDir, `${workspaceId}.db`);
}

async function openRedis(redis: NonNullable<Config["redis"]>, workspaceId: string): Promise<StoreOpening> {
  const { url, isDeclaredDurable } = redis;
  try {
    // Late: the client is half of what there is to load, and an embedded Baton never needs it.
    const { checkDurability } = await import("../../../adapters/stores/redis/durability-check.ts");
    const { createRedisStore } = await import("../../../adapters/stores/redis/index.ts");
    const found = await checkDurability({ url, declaredDurable: isDeclaredDurable });
    const problems = found.filter(({ level }) => level === "error").map(({ message }) => message);
    if (problems.length > 0) return { status: "refused", problems };
    const warnings = found.map(({ message }) => message);
    return { status: "opened", opened: await createRedisStore({ url, workspaceId }), warnings };
  } catch (error) {
    return refused(error);
  }
}

async function openFile({ dataDir, workspaceId }: Config): Promise<StoreOpening> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    // Also a folder that was there before, such as a volume: what customers wrote is in it.
    await chmod(dataDir, 0o700);
    const lock = await lockDataFolder(dataDir);
    if (lock.status === "held") return { status: "refused", problems: [lock.problem] };
    const opened = createSqliteStore(openNodeDatabase(databasePath(dataDir, workspaceId)));
    const close = async () => {
      await opened.close();
      lock.release();
    };
    return { status: "opened", opened: { store: opened.store, close }, warnings: [] };
  } catch (error) {
    return refused(error);
  }
}

/** Messages of the adapters name no secrets (I15). */
function refused(error: unknown): StoreOpening {
  return { status: "refused", problems: [error instanceof Error ? error.message : String(error)] };
}
