import { expect, it, onTestFinished } from "vitest";
import { startTestEngine } from "../../support/engine.ts";
import { memoryStore } from "../../support/memory-store.ts";

it("a team that was published at another process a moment ago is known when somebody is put into it", async () => {
  const { store, close } = memoryStore();
  const [one, other] = [store, store].map((shared, index) =>
    startTestEngine({ store: { store: shared, close: async () => undefined }, processName: `p${index}-` }),
  );
  if (!one || !other) throw new Error("Two engines were started.");
  onTestFinished(async () => {
    for (const { engine } of [one, other]) await engine.stop();
    await close();
  });
  const team = { id: "billing", name: "billing", hours: "always", headId: null };
  const wanted = { name: "A team", note: "", changes: { "teams/billing": team }, by: "key:lead", baseVersion: null };
  const created = await one.engine.settings.drafts.create(wanted, null);
  const draftId = created.status === "created" ? created.draft.id : "";
  const publish = { draftId, by: "key:lead", note: null, revision: null, idempotency: null };
  expect((await one.engine.settings.publish(publish)).status).toBe("published");

  // The other process listens to nothing here, so it has heard of nothing.
  expect(await other.engine.people.problemsWith("kim", { teamIds: ["billing"] })).toEqual([]);
  expect(await other.engine.people.problemsWith("kim", { teamIds: ["nowhere"] })).toMatchObject([
    { path: "teamIds.0" },
  ]);
});
