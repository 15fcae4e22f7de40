import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { OpenStore } from "../../src/ports/store.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { person } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";

let app: TestApp;
/** Once, just before the next commit that changes a document of this kind. */
let inBetween: { readonly kind: string; readonly work: () => Promise<unknown> } | null;

beforeEach(async () => {
  inBetween = null;
  app = startTestApp({ open: interrupted(memoryStore()) });
  for (const id of ["kim", "lou"]) await app.engine.agents.add(person(id, { teamIds: ["support"] }));
});
afterEach(() => app.close());

function interrupted({ store, close }: OpenStore): OpenStore {
  const commit: typeof store.commit = async (wanted) => {
    const waiting = inBetween;
    if (waiting && wanted.puts.some(({ kind }) => kind === waiting.kind)) {
      inBetween = null;
      await waiting.work();
    }
    return store.commit(wanted);
  };
  return { store: { ...store, commit }, close };
}

describe("a change of an agent", () => {
  const change = (body: unknown) => app.call("PATCH", "/api/v1/agents/kim", { body });

  test("is refused when somebody else decided something about them since they were seen", async () => {
    const seen = (await app.call("GET", "/api/v1/agents/kim")).json.revision;
    const first = await change({ skills: { refunds: 4 }, revision: seen });
    expect([first.status, first.json.revision]).toEqual([200, seen + 1]);
    const late = await change({ skills: { sales: 2 }, revision: seen });
    expect([late.status, late.json.code]).toEqual([409, "agent-changed"]);
    expect(late.json.detail).toBe(`The agent is at revision ${seen + 1} now.`);
    expect((await app.call("GET", "/api/v1/agents/kim")).json.skills).toEqual({ refunds: 4 });
  });

  test("is not refused for what comes and goes by itself: presence, and what they hold", async () => {
    const seen = (await app.call("GET", "/api/v1/agents/kim")).json.revision;
    await app.call("POST", "/api/v1/agents/kim/presence", { body: { presence: "busy" } });
    const { conversationId } = (await app.write("hello")).json;
    await app.settle();
    const assigned = { agentId: "kim", evenIfAway: true };
    await app.call("POST", `/api/v1/conversations/${conversationId}/assign`, { body: assigned });
    const held = (await app.call("GET", "/api/v1/agents/kim")).json;
    expect(held).toMatchObject({ presence: "busy", holds: [{ conversationId }], revision: seen });
    expect((await change({ teamIds: ["support"], revision: seen })).status).toBe(200);
  });

  test("touches what it names and nothing else, also when somebody changes the rest at the same moment", async () => {
    inBetween = { kind: "agent", work: () => change({ languages: ["fr"] }) };
    const changed = await change({ skills: { refunds: 4 } });
    expect(changed.json).toMatchObject({ skills: { refunds: 4 }, languages: ["fr"], revision: 3 });
  });

  test("with a revision is refused when somebody is faster at the very same moment", async () => {
    inBetween = { kind: "agent", work: () => change({ skills: { sales: 2 } }) };
    const refused = await change({ skills: { refunds: 4 }, revision: 1 });
    expect([refused.status, refused.json.code]).toEqual([409, "agent-changed"]);
  });
});

describe("a change of a follow-up", () => {
  test("of its team alone leaves the owner whom somebody gives it at the same moment", async () => {
    const dueAt = new Date(app.clock.now() + 3_600_000).toISOString();
    const { json } = await app.call("POST", "/api/v1/tasks", {
      body: { title: "Call", kind: "note", dueAt, ownerId: "kim" },
    });
    const change = (body: unknown) => app.call("PATCH", `/api/v1/tasks/${json.id}`, { body });
    inBetween = { kind: "task", work: () => change({ ownerId: "lou" }) };
    const changed = await change({ teamId: null });
    expect([changed.status, changed.json.ownerId, changed.json.teamId]).toEqual([200, "lou", null]);
  });
});
