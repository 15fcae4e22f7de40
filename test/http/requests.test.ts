import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Called, startTestApp, type TestApp } from "../support/app.ts";
import { person } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";

let test: TestApp;
let conversation: string;

beforeEach(async () => {
  test = startTestApp({ open: memoryStore() });
  await test.engine.agents.add(person("mark", { name: "Mark", presence: "away" }));
  await test.engine.agents.add(person("nina", { name: "Nina", presence: "away", capacity: 1 }));
  await test.engine.agents.add(person("lea", { role: "lead", presence: "away" }));
  const { json } = await test.write("I want to talk to a human", { name: "Zoe" });
  await test.settle();
  conversation = `/api/v1/conversations/${json.conversationId}`;
  await post("claim", { agentId: "mark" });
  await test.engine.agents.change("nina", { presence: "available" });
  await test.settle();
});
afterEach(() => test.close());

function post(path: string, body: unknown, token?: string): Promise<Called> {
  return test.call("POST", `${conversation}/${path}`, token === undefined ? { body } : { body, token });
}

/** Mark asks Nina; her request's id. */
async function asked(kind: "assign" | "discuss" = "assign"): Promise<string> {
  const { json } = await post("requests", { agentId: "mark", kind, toAgentId: "nina", note: "She speaks Dutch." });
  return json.person.requests[0].id;
}

async function keyOf(agentId: string): Promise<string> {
  const body = { name: agentId, scopes: ["conversations:read", "conversations:write"], agentId };
  return (await test.call("POST", "/api/v1/keys", { body })).json.token;
}

describe("asking a colleague", () => {
  it("is seen by whoever is asked and by leads, and by nobody else", async () => {
    const requestId = await asked();
    const seenBy = async (agentId: string) =>
      test.call("GET", "/api/v1/agents/nina/requests", { token: await keyOf(agentId) });
    for (const agentId of ["nina", "lea"]) {
      expect((await seenBy(agentId)).json).toMatchObject({ requests: [{ id: requestId }] });
    }
    expect((await seenBy("mark")).json.code).toBe("wrong-agent");
  });

  it("shows the request with the conversation and with whoever is asked, in the requester's name", async () => {
    const requestId = await asked();
    const { json } = await test.call("GET", "/api/v1/agents/nina/requests");
    expect(json).toEqual({
      requests: [
        {
          id: requestId,
          conversationId: conversation.split("/").at(-1),
          kind: "assign",
          requestedBy: { id: "mark", name: "Mark" },
          note: "She speaks Dutch.",
          at: new Date(test.clock.now()).toISOString(),
          expiresAt: new Date(test.clock.now() + 120_000).toISOString(),
          customer: { id: expect.any(String), name: "Zoe" },
          channelId: "main.api",
          reason: "explicit-request",
          priority: "normal",
        },
      ],
      discussions: [],
    });
    expect((await test.call("GET", "/api/v1/agents/mark/requests")).json).toEqual({ requests: [], discussions: [] });
  });

  it("moves the conversation only when it is accepted, and has one record throughout", async () => {
    const requestId = await asked();
    expect((await test.call("GET", conversation)).json.agentId).toBe("mark");
    const accepted = await post(`requests/${requestId}/accept`, { agentId: "nina" });
    expect(accepted).toMatchObject({ status: 200, json: { agentId: "nina", person: { requests: [] } } });
    const { items } = (await test.call("GET", `${conversation}/records`)).json;
    const requests = items.filter(({ type }: { type: string }) => type === "request");
    expect(requests).toMatchObject([
      { requestId, actor: { type: "agent", agentId: "mark" }, agentId: "nina", end: { status: "accepted" } },
    ]);
  });

  it("needs a reason to reject or to withdraw", async () => {
    const requestId = await asked();
    for (const [what, agentId] of [
      ["reject", "nina"],
      ["withdraw", "mark"],
    ] as const) {
      expect((await post(`requests/${requestId}/${what}`, { agentId })).json.errors[0].path).toBe("body.reason");
      expect((await post(`requests/${requestId}/${what}`, { agentId, reason: " " })).status).toBe(422);
      expect((await post(`requests/${requestId}/${what}`, { agentId, reason: "x".repeat(1_001) })).status).toBe(422);
    }
    expect((await post(`requests/${requestId}/reject`, { agentId: "nina", reason: "x".repeat(1_000) })).status).toBe(
      200,
    );
  });

  it("offers the lead's lists of reasons", async () => {
    expect((await test.call("GET", "/api/v1/reasons")).json).toMatchObject({
      reject: expect.arrayContaining(["In a meeting"]),
      withdraw: expect.arrayContaining(["I resolved it myself"]),
      outcomes: expect.arrayContaining(["Solved"]),
    });
  });

  it("answers a late acceptance with what became of the request, and nothing is half done", async () => {
    const requestId = await asked();
    await post(`requests/${requestId}/withdraw`, { agentId: "mark", reason: "No longer needed" });
    const before = (await test.call("GET", conversation)).json;
    const late = await post(`requests/${requestId}/accept`, { agentId: "nina" });
    expect(late).toMatchObject({ status: 409, json: { code: "request-ended" } });
    const at = new Date(test.clock.now()).toISOString();
    expect(late.json.detail).toBe(`Request ${requestId} to agent nina was withdrawn at ${at}.`);
    expect((await test.call("GET", conversation)).json).toEqual(before);
    expect((await test.engine.agents.get("nina"))?.holds).toEqual({});
  });

  it("lapses by itself after the time in the settings, and stays with whoever asked", async () => {
    await asked();
    test.clock.advance(121_000);
    await test.settle();
    expect((await test.call("GET", conversation)).json).toMatchObject({ agentId: "mark", person: { requests: [] } });
    expect((await test.call("GET", "/api/v1/agents/nina/requests")).json.requests).toEqual([]);
  });

  it.each([
    [{ toAgentId: "nobody" }, 422, "unknown-agent", "There is no agent nobody."],
    [{ toAgentId: "lea" }, 409, "agent-away", "Agent lea (role lead) is away and has 0 of 2 places taken."],
    [{ toAgentId: "nina", role: "lead" }, 409, "wrong-role", "Agent nina (role agent) is available and has 0 of 1"],
    [{ toAgentId: "mark" }, 409, "nobody-to-ask", "Ask somebody else."],
  ])("that cannot be says whom it is about: %o", async (wish, status, code, detail) => {
    const refused = await post("requests", { agentId: "mark", kind: "assign", ...wish });
    expect(refused).toMatchObject({ status, json: { code, detail: expect.stringContaining(detail) } });
  });

  it("answers the same key again with the same request", async () => {
    const call = () =>
      test.call("POST", `${conversation}/requests`, {
        body: { agentId: "mark", kind: "discuss", toAgentId: "nina" },
        headers: { "idempotency-key": "ask-1" },
      });
    const [first, second] = [await call(), await call()];
    expect(second.headers.get("idempotency-replayed")).toBe("true");
    expect(second.json.person.requests).toEqual(first.json.person.requests);
    expect(first.json.person.requests).toHaveLength(1);
  });
});

describe("a discussion", () => {
  it("lets a colleague add notes that say they are advice, and never write to the customer", async () => {
    const requestId = await asked("discuss");
    await post(`requests/${requestId}/accept`, { agentId: "nina" });
    expect((await test.call("GET", "/api/v1/agents/nina/requests")).json.discussions).toHaveLength(1);
    expect((await post("replies", { agentId: "nina", text: "Hello!" })).json).toMatchObject({
      ...{ code: "not-in-control", detail: "Agent mark has it." },
    });
    await post("notes", { agentId: "nina", text: "Give them the refund." });
    const { items } = (await test.call("GET", `${conversation}/messages`)).json;
    expect(items.at(-1).author).toEqual({ type: "note", agentId: "nina", isAdvice: true });
    expect(items.at(-2).author).toEqual({ type: "note", agentId: "mark", isAdvice: false });
    const ended = await post("discussion/nina/end", { agentId: "mark" });
    expect(ended.json.person.advisers).toEqual([]);
    expect((await test.call("GET", "/api/v1/agents/nina/requests")).json.discussions).toEqual([]);
  });
});

describe("a decision about whose it is", () => {
  it("assigns without asking, never more than somebody can take", async () => {
    expect((await post("assign", { agentId: "nina" })).json).toMatchObject({ phase: "human", agentId: "nina" });
    const other = await test.write("I want to talk to a human", { from: "customer-2" });
    await test.settle();
    const refused = await test.call("POST", `/api/v1/conversations/${other.json.conversationId}/assign`, {
      body: { agentId: "nina" },
    });
    expect(refused.json).toMatchObject({ code: "agent-full", detail: expect.stringContaining("1 of 1 places") });
  });

  it("assigns to somebody who is away only on purpose", async () => {
    expect((await post("assign", { agentId: "lea" })).json.code).toBe("agent-away");
    expect((await post("assign", { agentId: "lea", evenIfAway: true })).json.agentId).toBe("lea");
  });

  it("gives it to a queue that exists, with a note", async () => {
    const nowhere = await post("unassign", { agentId: "mark", destination: { type: "queue", id: "nowhere" } });
    expect(nowhere.json).toMatchObject({
      ...{ code: "no-such-queue", detail: "There is no queue nowhere in the settings in force." },
    });
    const given = await post("unassign", {
      agentId: "mark",
      destination: { type: "queue", id: "e-mail" },
      note: "Later.",
    });
    expect(given.json).toMatchObject({
      phase: "queue",
      handoff: { destination: { id: "e-mail" }, declinedBy: ["mark"] },
    });
  });

  it("is for the person who has it and for leads: a bound key decides nothing else", async () => {
    const [nina, lea] = [await keyOf("nina"), await keyOf("lea")];
    expect((await post("assign", { agentId: "nina" }, nina)).json.code).toBe("not-allowed");
    expect((await post("assign", { agentId: "nina", byAgentId: "lea" }, nina)).json.code).toBe("wrong-agent");
    expect((await test.call("GET", "/api/v1/agents/mark/requests", { token: nina })).status).toBe(403);
    expect((await post("assign", { agentId: "nina" }, lea)).json.agentId).toBe("nina");
  });

  it("is put aside until a time that is to come", async () => {
    const past = await post("snooze", { agentId: "mark", until: "2020-01-01T00:00:00Z" });
    expect(past.json).toMatchObject({ code: "time-has-passed", detail: "2020-01-01T00:00:00.000Z has passed." });
    const until = new Date(test.clock.now() + 3_600_000).toISOString();
    expect((await post("snooze", { agentId: "mark", until })).json.person).toMatchObject({
      ...{ snoozedUntil: until, isIdle: true },
    });
    const years = await post("snooze", { agentId: "mark", until: "2046-01-01T00:00:00Z" });
    const detail = "2046-01-01T00:00:00.000Z is more than 90 days ahead.";
    expect([years.status, years.json]).toMatchObject([422, { code: "too-far-ahead", detail }]);
    expect((await post("snooze", { agentId: "mark", until: null })).json.person).toMatchObject({
      ...{ snoozedUntil: null, isIdle: false },
    });
  });

  it("is wrapped up with one click, also after the end", async () => {
    await post("close", { agentId: "mark", outcome: "resolved" });
    const wrapUp = { outcome: "Solved", botCouldHave: true, wrongTeam: false };
    expect((await post("wrap-up", { agentId: "mark", wrapUp })).json.handoff.course.wrapUp).toEqual(wrapUp);
  });

  it.each(["while they have it", "after the end"])(
    "is wrapped up by whoever had it or a lead alone, %s",
    async (when) => {
      if (when === "after the end") await post("close", { agentId: "mark", outcome: "resolved" });
      const wrapUp = { outcome: "Solved", botCouldHave: false, wrongTeam: true };
      const refused = await post("wrap-up", { agentId: "nina", wrapUp });
      expect([refused.status, refused.json.code]).toEqual([403, "not-allowed"]);
      expect((await post("wrap-up", { agentId: "lea", wrapUp })).json.handoff.course.wrapUp).toEqual(wrapUp);
    },
  );
});

describe("a customer who waits", () => {
  it("is promised no letter while nobody knows an address", async () => {
    await test.engine.agents.change("nina", { presence: "away" });
    const { json } = await test.write("I want to talk to a human", { from: "customer-2" });
    await test.settle();
    const waiting = `/api/v1/conversations/${json.conversationId}/waiting`;
    const refused = await test.call("POST", waiting, { body: { choice: "email" } });
    expect([refused.status, refused.json.code]).toEqual([422, "no-email-address"]);
  });

  it("may have it said by the company's own page that they wait no more", async () => {
    await test.engine.agents.change("nina", { presence: "away" });
    const { json } = await test.write("I want to talk to a human", { from: "customer-2" });
    await test.settle();
    const waiting = `/api/v1/conversations/${json.conversationId}/waiting`;
    expect((await test.call("POST", waiting, { body: { choice: "later" } })).json.handoff.waits).toBe("later");
    expect((await test.call("POST", waiting, { body: { choice: "cancel" } })).json.phase).toBe("bot");
    expect((await test.call("POST", waiting, { body: { choice: "cancel" } })).json.phase).toBe("bot");
    expect((await test.call("POST", waiting, { body: { choice: "never" } })).status).toBe(422);
  });
});
