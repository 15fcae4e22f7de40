import { createSqliteStore } from "../../../../adapters/stores/sqlite/index.ts";
import { openNodeDatabase } from "../../../../adapters/stores/sqlite/node.ts";
import { storeContract } from "../../../contracts/store.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const pathOf = temporaryFolder();
let files = 0;

storeContract("SQLite in memory", async () => createSqliteStore(openNodeDatabase(":memory:")));
storeContract("SQLite in a file", async () => {
  files += 1;
  return createSqliteStore(openNodeDatabase(pathOf(`${files}.db`)));
});
