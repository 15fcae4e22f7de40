import type { Settings } from "../core/settings/settings.ts";
import { newestEdition, starterOf } from "../core/settings/starter-editions.ts";
import { emptyCommit } from "../engine/empty-commit.ts";
import { currentKey } from "../engine/settings/documents.ts";
import type { Clock } from "../ports/clock.ts";
import type { Store } from "../ports/store.ts";
import { hasNoRealData } from "./demo/empty-workspace.ts";

interface Begun {
  readonly schemaVersion: 1;
  readonly edition: number;
}

const key = { kind: "settings-starter", id: "starter" };

/**
 * The settings this workspace began with. Noted once, at its first start: a newer Baton begins new workspaces with other
 * settings, and changes none that is at work already.
 */
export async function settleStarter(store: Store, clock: Pick<Clock, "now">): Promise<Settings> {
  for (;;) {
    const [begun, published] = await store.load([key, currentKey]);
    if (begun) return starterOf((begun.body as Begun).edition);
    // Without a note and at work: it began before there were notes.
    const isNew = !published && (await hasNoRealData(store));
    const body: Begun = { schemaVersion: 1, edition: isNew ? newestEdition : 1 };
    const noted = { expects: [{ ...key, version: 0 }], puts: [{ ...key, body }] };
    const result = await store.commit({ ...emptyCommit(clock.now()), ...noted });
    if (result.status === "committed") return starterOf(body.edition);
  }
}
