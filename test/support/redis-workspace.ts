import { createRedisStore } from "../../adapters/stores/redis/index.ts";
import type { TestRedis } from "./redis.ts";
import type { InWorkspace } from "./workspace.ts";

/** A connection for each of the two processes. */
export function inRedis({ url }: TestRedis): InWorkspace {
  let workspaces = 0;
  return async (work) => {
    const at = { url, workspaceId: `w${++workspaces}` };
    const [one, other] = await Promise.all([createRedisStore(at), createRedisStore(at)]);
    const staying = [one, other].map(({ store }) => ({ store, close: async () => undefined }));
    const [first = one, second = other] = staying;
    try {
      await work(first, second);
    } finally {
      await Promise.all([one.close(), other.close()]);
    }
  };
}
