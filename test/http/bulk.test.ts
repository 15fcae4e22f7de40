import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../support/app.ts";
import { person } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";

let test: TestApp;

beforeEach(async () => {
  test = startTestApp({ open: memoryStore() });
  await test.engine.agents.add(person("robin", { capacity: 10, presence: "busy" }));
  await test.engine.agents.add(person("kim", { capacity: 2, presence: "busy" }));
});
afterEach(() => test.close());

async function conversations(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    const { json } = await test.write("hello", { from: `customer-${index}` });
    ids.push(json.conversationId);
  }
  await test.settle();
  return ids;
}

const statuses = (items: readonly { status: string; code: string | null }[]) =>
  items.map(({ status, code }) => code ?? status);
const controls = async (id: string) => {
  const { items } = await test.engine.conversations.records(id, { limit: 50, afterSeq: 0 });
  return items.filter(({ type }) => type === "control").length;
};

describe("many conversations to one person", () => {
  const assign = (body: object, headers = {}) => test.call("POST", "/api/v1/conversations/assign", { body, headers });

  it("are given one by one, and what cannot be given is named", async () => {
    const ids = await conversations(3);
    const done = await assign({ conversationIds: [...ids, "con_none"], agentId: "kim" });
    expect(done.status, done.text).toBe(200);
    expect(statuses(done.json.items)).toEqual(["assigned", "assigned", "agent-full", "missing"]);
    expect(done.json.items[2].detail).toMatch(/room/);
    expect(Object.keys((await test.engine.agents.get("kim"))?.holds ?? {})).toEqual(ids.slice(0, 2));
  });

  it("are given once, and answered alike, when the same call comes again", async () => {
    const ids = await conversations(3);
    const headers = { "idempotency-key": "move-1" };
    const body = { conversationIds: ids, agentId: "kim" };
    const first = await assign(body, headers);
    await test.engine.agents.change("kim", { capacity: 10 });
    const again = await assign(body, headers);
    expect(again.json).toEqual(first.json);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(await Promise.all(ids.map(controls))).toEqual([2, 2, 1]);
    expect((await assign({ ...body, agentId: "robin" }, headers)).json.code).toBe("idempotency-key-reused");
  });

  it("go on where a call that was cut off had stopped", async () => {
    const ids = await conversations(2);
    const [first = "", second = ""] = ids;
    const key = { key: "cut-off", fingerprint: "same" };
    const assigned = { agentId: "robin", byAgentId: null, evenIfAway: false, tellsCustomer: true } as const;
    const command = { ...assigned, type: "conversation-assigned", jobId: null } as const;
    await test.engine.command(first, command, { ...key, key: `${key.key}:${first}` });
    const asked = { ...assigned, conversationIds: ids, idempotency: key };
    const done = await test.engine.people.assignMany(asked);
    expect(done).toMatchObject({
      items: [
        { conversationId: first, status: "done" },
        { conversationId: second, status: "done" },
      ],
    });
    expect(await Promise.all(ids.map(controls))).toEqual([2, 2]);
  });

  it.each([
    ["nobody", { conversationIds: ["con_1"], agentId: "nobody" }, "unknown-agent"],
    ["no conversation", { conversationIds: [], agentId: "kim" }, "invalid"],
    ["too many", { conversationIds: Array.from({ length: 1_001 }, (_, i) => `con_${i}`), agentId: "kim" }, "invalid"],
  ])("are refused as a whole with %s", async (_what, body, code) => {
    expect((await assign(body)).json.code).toBe(code);
  });
});

describe("handing over what one has", () => {
  const handOver = (body: object, headers = {}) =>
    test.call("POST", "/api/v1/agents/robin/hand-over", { body, headers });

  async function robins(count: number): Promise<string[]> {
    const ids = await conversations(count);
    await test.call("POST", "/api/v1/conversations/assign", { body: { conversationIds: ids, agentId: "robin" } });
    await test.settle();
    return ids;
  }
  const notesOf = async (id: string) => {
    const { items } = await test.engine.conversations.messages(id, { limit: 50, afterSeq: 0 });
    return items.flatMap(({ author, content }) => (author.type === "note" && "text" in content ? [content.text] : []));
  };

  it("to a queue takes one call, with a note for each", async () => {
    const ids = await robins(2);
    const [first = "", second = ""] = ids;
    const destination = { type: "queue", id: "chat" };
    const done = await handOver({ destination, note: "My shift ends.", notes: { [first]: "Wants a refund." } });
    expect(statuses(done.json.items).sort()).toEqual(["handed-over", "handed-over"]);
    expect([await notesOf(first), await notesOf(second)]).toEqual([["Wants a refund."], ["My shift ends."]]);
    for (const id of ids) {
      expect((await test.engine.conversations.get(id))?.control).toMatchObject({
        phase: "queue",
        handoff: { destination: { id: "chat" } },
      });
    }
    expect((await test.engine.agents.get("robin"))?.holds).toEqual({});
  });

  it("to a colleague gives what they have room for, and names the rest", async () => {
    const ids = await robins(3);
    const headers = { "idempotency-key": "evening" };
    const done = await handOver({ agentId: "kim", note: "All yours." }, headers);
    expect(statuses(done.json.items).sort()).toEqual(["agent-full", "handed-over", "handed-over"]);
    expect(Object.keys((await test.engine.agents.get("kim"))?.holds ?? {})).toHaveLength(2);
    expect(Object.keys((await test.engine.agents.get("robin"))?.holds ?? {})).toHaveLength(1);
    const noted = await Promise.all(ids.map(notesOf));
    expect(noted.flat()).toEqual(["All yours.", "All yours."]);
    expect((await handOver({ agentId: "kim", note: "All yours." }, headers)).json).toEqual(done.json);
    expect((await Promise.all(ids.map(notesOf))).flat()).toHaveLength(2);
  });

  it("is one's own to do, or a lead's", async () => {
    const body = { name: "kim", scopes: ["conversations:write"], agentId: "kim" };
    const { token } = (await test.call("POST", "/api/v1/keys", { body })).json;
    const refused = await test.call("POST", "/api/v1/agents/robin/hand-over", { body: {}, token });
    expect([refused.status, refused.json.code]).toEqual([403, "wrong-agent"]);
    expect((await handOver({ agentId: "robin" })).json.code).toBe("nobody-to-ask");
    expect((await handOver({ agentId: "nobody" })).json.code).toBe("unknown-agent");
  });
});
