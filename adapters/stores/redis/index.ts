import type { OpenStore, Store } from "../../../src/ports/store.ts";
import { runCommit } from "./commit.ts";
import { openConnection } from "./connection.ts";
import { eraseAll, loadDocuments } from "./documents.ts";
import { settleEffects, takeDueEffects } from "./effects.ts";
import { readFeed } from "./feed.ts";
import { createFeedReader } from "./feed-reader.ts";
import { runQuery } from "./query.ts";
import { createScripts } from "./script.ts";
import { createUpkeep } from "./upkeep.ts";
import { searchMessages } from "./word-index.ts";
import { workspaceRoot } from "./workspace-root.ts";

export interface RedisStoreConfig {
  /** `redis://` or `rediss://` (TLS), with user, password and database where needed. */
  readonly url: string;
  /** Letters, digits, `-` and `_`: the hash tag of every key. */
  readonly workspaceId: string;
  /** The url names a node of a Redis Cluster. Default: false. */
  readonly cluster?: boolean;
  /** How long a call may take, in ms; after it the call's outcome is unknown. Default: 5000. */
  readonly timeoutMs?: number;
  /** How long to try to connect at first, in ms. Default: 5000. */
  readonly connectTimeoutMs?: number;
}

/** The store of one workspace on Redis 7.0 or newer, for any number of processes. See durability-check.ts. */
export async function createRedisStore(config: RedisStoreConfig): Promise<OpenStore> {
  const { url, workspaceId, cluster = false, timeoutMs = 5_000, connectTimeoutMs = 5_000 } = config;
  const root = workspaceRoot(workspaceId);
  const open = () => openConnection({ url, cluster, routingKey: root, timeoutMs, connectTimeoutMs });
  const connection = await open();
  const scripts = createScripts(connection, root);
  const reader = createFeedReader({ root, timeoutMs, open });
  const upkeep = createUpkeep(connection, scripts);

  const store: Store = {
    load: (keys) => loadDocuments(scripts, keys),
    commit: (commit) => runCommit(scripts, commit),
    query: (query) => runQuery(scripts, query),
    search: (search) => searchMessages(scripts, search),
    async takeDue(request) {
      const { wordsWaiting, hasOldFeed, ...taken } = await takeDueEffects(scripts, request);
      upkeep.indexWords(wordsWaiting);
      if (hasOldFeed) upkeep.trimFeed(request.now);
      return taken;
    },
    settle: (settlements) => settleEffects(scripts, settlements),
    feed: (request) => readFeed(scripts, reader, request),
    erase: (target) => eraseAll(scripts, target),
  };

  return {
    store,
    async close() {
      upkeep.close();
      reader.close();
      await connection.close();
    },
  };
}
