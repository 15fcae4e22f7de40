import { memoryStore } from "../../support/memory-store.ts";
import { settingsPromises } from "./promises.ts";

settingsPromises("SQLite", async () => {
  const open = memoryStore();
  return [open, { store: open.store, close: async () => undefined }];
});
