import { memoryStore } from "../../support/memory-store.ts";
import { bulkPromises } from "./bulk-promises.ts";

bulkPromises("SQLite", async () => {
  const open = memoryStore();
  return [open, { store: open.store, close: async () => undefined }];
});
