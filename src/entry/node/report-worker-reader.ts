import { loadDocument } from "../../../adapters/stores/sqlite/documents.ts";
import { openNodeDatabase } from "../../../adapters/stores/sqlite/node.ts";
import { pageOfView } from "../../../adapters/stores/sqlite/views.ts";
import type { ReportReader } from "../../engine/reports/read-rows.ts";

/** Where the rows are; what a thread can be told. */
export type ReportPlace =
  | { readonly store: "sqlite"; readonly path: string }
  | { readonly store: "redis"; readonly url: string; readonly workspaceId: string };

export interface OpenReader {
  readonly reader: ReportReader;
  close(): Promise<void>;
}

/** A connection that is there for reading and does nothing else: not even the house-keeping of a store. */
export async function openReader(place: ReportPlace): Promise<OpenReader> {
  if (place.store === "redis") return openRedis(place);
  const database = openNodeDatabase(place.path);
  return {
    reader: {
      load: async (keys) => keys.map((key) => loadDocument(database, key)),
      async query(query) {
        if (!("view" in query)) throw new Error("Reports read views and documents, and nothing else.");
        return pageOfView(database, query);
      },
    },
    close: async () => database.close(),
  };
}

async function openRedis({ url, workspaceId }: Extract<ReportPlace, { store: "redis" }>): Promise<OpenReader> {
  const { createRedisStore } = await import("../../../adapters/stores/redis/index.ts");
  const { store, close } = await createRedisStore({ url, workspaceId });
  return { reader: { load: store.load, query: store.query }, close };
}
