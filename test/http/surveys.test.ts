import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Survey } from "../../src/core/surveys/survey.ts";
import { emptyCommit } from "../../src/engine/empty-commit.ts";
import { createSurveyLinks } from "../../src/engine/surveys/survey-links.ts";
import { createKeys } from "../../src/http/keys.ts";
import { read, startTestApp, type TestApp } from "../support/app.ts";
import { person, sequentialIds } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";

const hour = 3_600_000;
const links = createSurveyLinks("a secret of the tests, long enough to be one");
let app: TestApp;
let path: string;

/** A survey that was asked, as the engine stores it with the question. */
async function asked(differing: Partial<Survey> = {}): Promise<string> {
  const at = app.clock.now();
  const survey: Survey = {
    ...{ schemaVersion: 1, id: "con_1.s1", conversationId: "con_1", customerId: "cus_1", engagement: 1 },
    ...{ isTest: false, channelId: "main.api", agentId: "kim", teamId: "support", handoffId: null, locale: "de" },
    ...{ askedAt: at, openUntil: at + 24 * hour, rating: null, ...differing },
  };
  await app.store.commit({ ...emptyCommit(at), puts: [{ kind: "survey", id: survey.id, body: survey }] });
  return `/s/${await links.tokenOf(survey.id)}`;
}

beforeEach(async () => {
  app = startTestApp({ open: memoryStore(), surveyLinks: links });
  path = await asked();
});
afterEach(() => app.close());

async function send(fields: Readonly<Record<string, string>>, to = path) {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const body = new URLSearchParams(fields).toString();
  return read(await app.app.request(to, { method: "POST", headers, body }));
}

const open = (to = path) => app.call("GET", to, { token: null });
const ratings = async (query = "", token?: string) =>
  (await app.call("GET", `/api/v1/ratings${query}`, token ? { token } : {})).json.items;

describe("the page of a survey", () => {
  test("asks in the customer's language, without a script, and nothing is loaded or framed", async () => {
    const { status, text, headers } = await open();
    expect(status).toBe(200);
    expect(text).toContain('<html lang="de" dir="ltr">');
    expect(text).toContain("Wie zufrieden waren Sie?");
    expect(text.match(/type="radio"/g)).toHaveLength(5);
    expect(text).not.toContain("<script");
    const policy = headers.get("content-security-policy") ?? "";
    for (const part of ["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'"]) {
      expect(policy).toContain(part);
    }
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cache-control")).toBe("no-store");
  });

  test("is written from right to left where the language is", async () => {
    const { text } = await open(await asked({ id: "con_2.s1", locale: "ar" }));
    expect(text).toContain('<html lang="ar" dir="rtl">');
  });

  test("has a name for everything somebody can press or fill in", async () => {
    const { text } = await open();
    expect(text).toContain("<legend><h1>Wie zufrieden waren Sie?</h1></legend>");
    expect(text).toContain('aria-label="1 – sehr schlecht"');
    expect(text).toMatch(/<label>[^<]+\n?<textarea/);
  });

  test("keeps as much of a long remark as fits, and half a character of it is none", async () => {
    await send({ score: "4", remark: `.${"😀".repeat(1_500)}` });
    const [{ remark }] = await ratings();
    expect(remark).toBe(`.${"😀".repeat(999)}`);
  });

  test("says in the feed that there is a rating, and leaves the number to those who may read it", async () => {
    const request = { limit: 100, waitMs: 0, signal: new AbortController().signal };
    const { cursor: before } = await app.store.feed({ ...request, after: null });
    await send({ score: "1" });
    const heard = await app.store.feed({ ...request, after: before });
    const entries = heard.status === "entries" ? heard.entries : [];
    const told = entries.filter(({ type }) => type === "rating-changed");
    expect(told.map(({ data }) => data)).toEqual([{ surveyId: "con_1.s1" }]);
  });

  test("changes nothing by being opened, whatever the link says", async () => {
    expect((await open(`${path}?score=5`)).text).toContain('value="5" required aria-label="5 – sehr gut" checked');
    expect(await ratings()).toEqual([]);
  });

  test("takes a number, another one while it may be changed, and a remark as the last word", async () => {
    expect((await send({ score: "2", remark: "" })).text).toContain("Vielen Dank");
    expect((await send({ score: "4", remark: " " })).text).toContain("noch ändern");
    expect(await ratings()).toMatchObject([{ score: 4, remark: null }]);
    const last = await send({ score: "5", remark: "<b>Sehr</b> freundlich" });
    expect(last.text).toContain("Vielen Dank");
    expect(last.text).not.toContain("<form");
    expect((await send({ score: "1", remark: "doch nicht" })).text).toContain("nicht mehr ändern");
    expect(await ratings()).toMatchObject([{ score: 5, remark: "<b>Sehr</b> freundlich" }]);
  });

  test.each([{}, { score: "0" }, { score: "6" }, { score: "4.5" }, { score: "x" }, { score: "" }])(
    "asks again for a number when it gets %o",
    async (fields) => {
      const { status, text } = await send(fields as Record<string, string>);
      expect(status).toBe(422);
      expect(text).toContain('role="alert"');
      expect(await ratings()).toEqual([]);
    },
  );

  test("says so when it has ended, and takes nothing", async () => {
    app.clock.advance(25 * hour);
    expect((await open()).text).toContain("beendet");
    expect((await send({ score: "5" })).text).not.toContain("Vielen Dank für");
    expect(await ratings()).toEqual([]);
  });

  test("is not there under an address that somebody made up, in the language of their browser", async () => {
    const headers = { "accept-language": "fr-CA,en;q=0.5" };
    const answer = await read(await app.app.request(`${path}x`, { headers }));
    expect([answer.status, answer.text.includes("Ce lien ne fonctionne pas")]).toEqual([404, true]);
    expect((await send({ score: "5" }, `${path.slice(0, -1)}_`)).status).toBe(404);
  });

  test("refuses more than anybody writes", async () => {
    expect((await send({ score: "5", remark: "x".repeat(40_000) })).status).toBe(413);
    await send({ score: "3", remark: "y".repeat(5_000) });
    expect((await ratings())[0].remark).toHaveLength(2_000);
  });
});

describe("the list of ratings", () => {
  async function keyOf(agentId: string, teamIds: readonly string[]): Promise<string> {
    await app.engine.agents.add(person(agentId, { teamIds }));
    const keys = createKeys(app.store, app.clock, sequentialIds(agentId), "main");
    const created = await keys.create({ name: agentId, scopes: ["conversations:read"], agentId }, null);
    return created.status === "created" ? created.token : "";
  }

  test("shows people what was said of them and their team, and strangers nothing", async () => {
    await send({ score: "2" });
    const kim = await keyOf("kim", []);
    const zoe = await keyOf("zoe", ["billing"]);
    expect(await ratings("", kim)).toMatchObject([{ score: 2, agentId: "kim", conversationId: "con_1" }]);
    expect(await ratings("", zoe)).toEqual([]);
    expect(await ratings("?agentId=kim", zoe)).toEqual([]);
    expect(await ratings("?teamId=support&low=true")).toHaveLength(1);
    expect(await ratings("?agentId=zoe")).toEqual([]);
  });

  test("leaves out tests, which only their own conversation shows", async () => {
    await send({ score: "1" }, await asked({ id: "con_9.s1", conversationId: "con_9", isTest: true }));
    expect(await ratings()).toEqual([]);
    expect(await ratings("?conversationId=con_9")).toHaveLength(1);
  });
});
