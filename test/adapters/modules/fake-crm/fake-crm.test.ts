import { describe, expect, it } from "vitest";
import { fakeCrmModule, readFakeCrmConfig } from "../../../../adapters/modules/fake-crm/index.ts";
import { caseModuleContract } from "../../../contracts/case-module.ts";
import { answerStatus, neverAnswer } from "../../kit/outside-server.ts";
import { openCrmServer } from "./crm-server.ts";

const token = "crm-secret-token";
const owner = { id: "lea", email: "lea@shop.example" };
const tools = { fetch: (url: URL, init: RequestInit) => fetch(url, init), clock: { now: () => 0 } };

caseModuleContract("the fake CRM", async () => {
  const server = await openCrmServer();
  server.add(owner.email, 130);
  server.add(owner.email, 20, "lead");
  const call = { method: "POST", path: "/", headers: {}, body: Buffer.alloc(0) };
  const dealOf = (reference: string) => {
    const deal = server.deals.get(reference);
    if (!deal) throw new Error(`There is no ${reference}.`);
    return deal;
  };
  return {
    module: fakeCrmModule({ url: server.url, token }, tools),
    owner,
    count: 150,
    other: { id: "kim", email: null },
    changes: () => server.moves.length,
    interfere({ reference }) {
      const deal = dealOf(reference);
      deal.owner = "third@shop.example";
      deal.version += 1;
    },
    remove: ({ reference }) => server.deals.delete(reference),
    loseNextAnswer: server.loseNextAnswer,
    fail: (how) => server.behave((response) => answerStatus(how === "for-now" ? 503 : 403)(response, call)),
    hang: () => server.behave((response) => neverAnswer(response, call)),
    secrets: [token],
    close: server.close,
  };
});

describe("its configuration", () => {
  it("is absent, complete, or says what is wrong", () => {
    expect(readFakeCrmConfig({})).toEqual({ status: "absent" });
    expect(readFakeCrmConfig({ FAKE_CRM_URL: "https://crm.shop.example" })).toEqual({
      status: "configured",
      config: { url: "https://crm.shop.example/", token: null },
    });
    expect(readFakeCrmConfig({ FAKE_CRM_URL: "crm", FAKE_CRM_TOKEN: "a b" })).toMatchObject({
      status: "invalid",
      problems: [{ variable: "FAKE_CRM_URL" }, { variable: "FAKE_CRM_TOKEN" }],
    });
  });

  it("sends the token with every call", async () => {
    const server = await openCrmServer();
    const module = fakeCrmModule({ url: server.url, token }, tools);
    await module.list(owner, null, new AbortController().signal);
    expect(server.calls[0]?.headers.authorization).toBe(`Bearer ${token}`);
    await server.close();
  });
});

describe("an answer to a change of owner", () => {
  it.each(["moved", "x".repeat(2 * 1024 * 1024)])(
    "that cannot be read does not mean that nothing moved",
    async (body) => {
      const garbling = { ...tools, fetch: async () => new Response(body) };
      const module = fakeCrmModule({ url: "http://crm.test", token }, garbling);
      const move = { key: "k1", reference: "deal-1", kind: "deal", from: owner, to: owner, version: "1" };
      expect(await module.move(move, new AbortController().signal)).toMatchObject({ status: "retry" });
    },
  );
});

describe("who has something", () => {
  const kim = { id: "kim", email: null };
  const sought = { reference: "deal 1", kind: "deal", among: [owner, kim] };

  it.each([
    ["lea@shop.example", "lea"],
    ["lea", "lea"],
    ["kim", "kim"],
    ["third@shop.example", null],
    [null, null],
  ])("is told by address or id (%s is %s), whoever else it is", async (named, ownerId) => {
    const asked: string[] = [];
    const answering = async (url: URL) => {
      asked.push(url.pathname);
      return Response.json({ id: "deal 1", owner: named });
    };
    const module = fakeCrmModule({ url: "http://crm.test", token }, { ...tools, fetch: answering });
    expect(await module.look(sought, new AbortController().signal)).toEqual({ status: "found", ownerId });
    expect(asked).toEqual(["/deals/deal%201"]);
  });

  it("is not guessed from an answer that cannot be read", async () => {
    const module = fakeCrmModule({ url: "http://crm.test", token }, { ...tools, fetch: async () => Response.json({}) });
    expect(await module.look(sought, new AbortController().signal)).toMatchObject({ status: "failed" });
  });
});
