import { describe, test } from "vitest";
import type { OpenStore } from "../../src/ports/store.ts";
import { opaqueBodies } from "./store/bodies.ts";
import { bornLeased } from "./store/born-leased.ts";
import type { StoreCases } from "./store/case.ts";
import { commits } from "./store/commit.ts";
import { concurrency } from "./store/concurrency.ts";
import { documents } from "./store/documents.ts";
import { erase } from "./store/erase.ts";
import { feed } from "./store/feed.ts";
import { lanes } from "./store/lanes.ts";
import { logs } from "./store/logs.ts";
import { search } from "./store/search.ts";
import { deadLetterPages, settle } from "./store/settle.ts";
import { takeDue } from "./store/take-due.ts";
import { views } from "./store/views.ts";

/** Every sentence of src/ports/store.ts. Runs in Node and in workerd: nothing here may import a Node module. */
export const storeCases: readonly StoreCases[] = [
  documents,
  commits,
  logs,
  lanes,
  bornLeased,
  takeDue,
  settle,
  deadLetterPages,
  views,
  search,
  feed,
  erase,
  opaqueBodies,
  concurrency,
];

/** `open` gives an empty store each time it is called; closing one twice must be harmless. */
export function storeContract(name: string, open: () => Promise<OpenStore>): void {
  describe(name, () => {
    for (const { section, cases } of storeCases) {
      describe(section, () => {
        for (const { name: title, run } of cases) {
          test(title, async () => {
            const opened = await open();
            try {
              await run(opened.store, opened);
            } finally {
              await opened.close();
            }
          });
        }
      });
    }
  });
}
