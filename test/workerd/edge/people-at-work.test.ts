import { abortAllDurableObjects, reset } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { webhookSigner } from "../../../adapters/kit/standard-webhooks.ts";
import { readConversation } from "../../../src/core/conversation/upgrade.ts";
import { emptyCommit } from "../../../src/engine/empty-commit.ts";
import { webhookSecret } from "../../adapters/kit/secrets.ts";
import { daily } from "../../core/routing/searching.ts";
import { text } from "../../core/settings/examples.ts";
import {
  alarmAt,
  call,
  drafted,
  follow,
  get,
  inStorage,
  passes,
  post,
  postedTo,
  publish,
  surveyPage,
  until,
  write,
} from "./workspace.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 10, 23, 9) });
});
afterEach(async () => {
  vi.useRealTimers();
  await reset();
});

const iso = (at: number) => new Date(at).toISOString();

async function addPeople(...ids: readonly string[]): Promise<void> {
  for (const id of ids)
    await post("/agents", { id, name: id, presence: "available", capacity: 60, teamIds: ["support"] });
}

async function asks(from: string): Promise<string> {
  const id = await write(from, "I want to talk to a human");
  await until(async () => (await get(`/conversations/${id}`)).handoff?.pendingRequests.length === 1);
  return id;
}

/** What rings next, once everything that was due has been looked at. */
async function nextAlarm(): Promise<number | false> {
  const at = await alarmAt();
  return at !== null && at > Date.now() && at;
}

interface Answer {
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

const recordsOf = async (id: string, type: string) =>
  ((await get(`/conversations/${id}/records`)) as Answer).items.filter((record) => record.type === type);

describe("an object that is gone comes back by its alarm", () => {
  test("when a follow-up becomes due and when it is late: its owner is told, each once", async () => {
    await addPeople("kim");
    const dueAt = Date.now() + 2 * hour;
    const wanted = { title: "Call Ada back", kind: "call-back", ownerId: "kim", dueAt: iso(dueAt) };
    const { id } = await post("/tasks", wanted);
    await abortAllDurableObjects();
    const changes = async () => {
      const { history } = await get(`/tasks/${id}`);
      return history.map(({ change, at }: { change: string; at: string }) => `${change} ${at}`);
    };
    const created = `created ${iso(dueAt - 2 * hour)}`;
    passes(2 * hour);
    const became = await until(async () => (await changes()).length > 1 && changes());
    expect(became).toEqual([created, `became-due ${iso(dueAt)}`]);
    await abortAllDurableObjects();
    passes(hour);
    await until(async () => (await get(`/tasks/${id}`)).isOverdue);
    await until(async () => (await changes()).length > 2);
    expect(await changes()).toEqual([...became, `became-overdue ${iso(dueAt + hour)}`]);
    const inbox = async () =>
      ((await get("/notifications?agentId=kim")) as Answer).items
        .map(({ kind }) => kind)
        .filter((kind) => kind !== "task-assigned");
    expect(await until(async () => (await inbox()).length >= 2 && inbox())).toEqual(["task-overdue", "task-due"]);
    expect((await call("GET", "/api/v1/tasks/export")).text).toContain("Call Ada back");
  });

  test("when nobody answers a request: it has timed out, and somebody else is asked", async () => {
    await addPeople("kim");
    const id = await asks("ada");
    await addPeople("lou");
    await abortAllDurableObjects();
    passes(121_000);
    const asked = await until(async () => {
      const { handoff } = await get(`/conversations/${id}`);
      return handoff.pendingRequests.length === 1 && handoff.pendingRequests[0].agentId === "lou" && handoff;
    });
    expect(asked.pendingRequests).toHaveLength(1);
    expect(await recordsOf(id, "request")).toMatchObject([
      { agentId: "kim", end: { status: "timed-out" } },
      { agentId: "lou", end: null },
    ]);
    expect((await get("/agents/kim")).holds).toEqual([]);
  });

  test("when a case handoff goes back at its date", async () => {
    await addPeople("lea", "kim");
    const task = await post("/tasks", {
      title: "Send the form",
      kind: "call-back",
      ownerId: "lea",
      dueAt: iso(Date.now() + 9 * day),
    });
    const { id } = await started({ returnAt: iso(Date.now() + day) });
    await until(async () => (await get(`/case-handoffs/${id}`)).status === "completed");
    expect((await get(`/tasks/${task.id}`)).ownerId).toBe("kim");
    await abortAllDurableObjects();
    passes(day);
    const back = await until(async () => {
      const handoff = await get(`/case-handoffs/${id}`);
      return handoff.status === "undone" && handoff;
    });
    expect(back).toMatchObject({ counts: { returned: 2, moved: 0 }, undo: { cause: "date" } });
    expect((await get(`/tasks/${task.id}`)).ownerId).toBe("lea");
  });

  test("when drafts of the settings are to be published, and those in charge are told of one that is not", async () => {
    await post("/agents", { id: "boss", name: "boss", role: "lead" });
    const { settings } = await get("/settings");
    const called = (name: string) => drafted({ company: { ...settings.company, name } });
    const [first, second] = [await called("First"), await called("Second")];
    await post(`/settings/drafts/${first}/publish`, { at: iso(Date.now() + hour) });
    await post(`/settings/drafts/${second}/publish`, { at: iso(Date.now() + 2 * hour) });
    await abortAllDurableObjects();
    passes(hour);
    await until(async () => (await get("/settings")).number === 1);
    await abortAllDurableObjects();
    passes(hour);
    const failed = ["settings-publish-failed", second];
    await until(async () => (await toldTo("boss")).some(([kind]) => kind === failed[0]));
    expect(await toldTo("boss")).toContainEqual(failed);
    expect((await get("/settings")).settings.company.name).toBe("First");
  });

  test("when the wake-up of a customer who waits is lost: within the hour there is another", async () => {
    const id = await write("ada", "I want to talk to a human");
    const wakeUp = () =>
      inStorage(async (store) => {
        const [stored] = await store.load([{ kind: "conversation", id }]);
        const { control } = readConversation(stored?.body);
        return control.phase === "queue" && control.handoff.wakeUpEffectId;
      });
    passes(1_000);
    await until(nextAlarm);
    const lost = await until(wakeUp);
    await inStorage((store) => store.commit({ ...emptyCommit(Date.now()), cancels: [lost] }));
    await abortAllDurableObjects();
    passes(hour);
    await until(async () => (await wakeUp()) !== lost);
  });

  test("when a queue will be open with nobody on the roster: the lead is warned of it beforehand", async () => {
    await publish({ "hours/early": daily("early", 6, 12) });
    await post("/agents", { id: "boss", name: "boss", role: "lead", teamIds: ["support"], shift: "early" });
    passes(1_000);
    await until(nextAlarm);
    await abortAllDurableObjects();
    passes(15 * minute);
    await until(async () => (await toldTo("boss")).length > 0);
    expect(await toldTo("boss")).toContainEqual(["nobody-on-duty", "chat"]);
  });
});

/** What somebody sees in the product, newest first. */
const toldTo = async (agentId: string) =>
  ((await get(`/notifications?agentId=${agentId}`)) as Answer).items.map(({ kind, subjectId }) => [kind, subjectId]);

async function started(choices: Readonly<Record<string, unknown>> = {}) {
  const wanted = { subjectId: "lea", target: { type: "employee", id: "kim" }, ...choices };
  const { id } = await post("/case-handoffs", wanted);
  const { plan } = await post(`/case-handoffs/${id}/verify`);
  return post(`/case-handoffs/${id}/start`, { hash: plan.hash });
}

test("an object that is killed in the middle of a case handoff goes on by its alarm, and moves nothing twice", async () => {
  await addPeople("lea", "kim");
  const conversationIds: string[] = [];
  for (let index = 0; index < 60; index++) conversationIds.push(await write(`customer-${index}`, "Hello"));
  const given = await post("/conversations/assign", { agentId: "lea", conversationIds });
  expect(given.items.filter(({ status }: { status: string }) => status !== "assigned")).toEqual([]);

  const { id } = await started();
  await until(async () => (await get(`/case-handoffs/${id}`)).counts.moved > 0);
  await abortAllDurableObjects();
  const halfWay = await get(`/case-handoffs/${id}`);
  expect(halfWay).toMatchObject({ status: "running" });
  expect(halfWay.counts.pending).toBeGreaterThan(0);

  passes(minute);
  await until(async () => (await get(`/case-handoffs/${id}`)).status === "completed");
  expect((await get(`/case-handoffs/${id}`)).counts).toMatchObject({ moved: 61, pending: 0 });
  expect((await get("/agents/lea")).holds).toEqual([]);
  expect((await get("/agents/kim")).holds).toHaveLength(60);
  for (const each of conversationIds) {
    const controls = await recordsOf(each, "control");
    expect(controls.filter(({ agentId }) => agentId === "kim")).toHaveLength(1);
  }
});

test("an object that only waits sleeps until something is due, and is not woken every other minute", async () => {
  await addPeople("kim");
  const dueAt = Date.now() + 50 * minute;
  await post("/tasks", { title: "Call Ada back", kind: "call-back", ownerId: "kim", dueAt: iso(dueAt) });
  passes(1_000);
  const rang: number[] = [];
  for (let at = await until(nextAlarm); at <= dueAt; at = await until(nextAlarm)) {
    rang.push(at);
    passes(at - Date.now());
  }
  expect(rang.at(-1)).toBe(dueAt);
  expect(rang.length).toBeLessThan(20);
});

test("an object that comes back decides by the settings that were published, not by those it once began with", async () => {
  await publish({ "texts/wait": text("wait", { en: "Somebody is on the way." }, { moment: "handoff.confirmation" }) });
  await addPeople("kim");
  await abortAllDurableObjects();
  const id = await asks("ada");
  const { items } = (await get(`/conversations/${id}/messages`)) as { items: { content: { text: string } }[] };
  expect(items.map(({ content }) => content.text)).toContain("Somebody is on the way.");
});

test("other systems are told by an object that has just come, signed with both secrets while one takes the other's place", async () => {
  await addPeople("kim");
  const url = "https://erp.shop.example/baton";
  const { id, secret } = await post("/webhook-endpoints", { url, kinds: ["task-assigned"] });
  const rotated = await post(`/webhook-endpoints/${id}/rotate-secret`);
  await abortAllDurableObjects();
  const dueAt = iso(Date.now() + hour);
  const task = await post("/tasks", { title: "Call Ada back", kind: "call-back", ownerId: "kim", dueAt });
  const [told] = await until(async () => {
    const posted = await postedTo(url);
    return posted.length > 0 && posted;
  });
  const { body = "", headers = {} } = told ?? {};
  expect(JSON.parse(body)).toMatchObject({ type: "task-assigned", data: { subjectId: task.id } });
  const bytes = new TextEncoder().encode(body);
  const sign = webhookSigner([rotated.secret, secret].map(webhookSecret));
  const signed = await sign({ id: headers["webhook-id"] ?? "", nowMs: Date.now(), body: bytes });
  expect(headers).toMatchObject(signed);
});

test("whoever follows hears how it stands, and hears it again from where they were when the object is gone", async () => {
  await addPeople("kim");
  const following = await follow();
  await asks("ada");
  const said = await following.next("wallboard");
  expect(said).toMatchObject({ waiting: 1, available: 1 });
  await following.end();
  await abortAllDurableObjects();
  const again = await follow(following.cursor);
  expect(await again.next("wallboard")).toEqual(said);
  await again.end();
});

test("a customer is asked how it was, answers on the page, and the figures know it", async () => {
  await publish({ surveys: { isEnabled: true, delayMinutes: 5, openHours: 24 } });
  await addPeople("kim");
  const waiting = await asks("ada");
  expect(await get("/reports/wallboard")).toMatchObject({ waiting: { count: 1 }, people: { available: 1 } });
  await post(`/conversations/${waiting}/claim`, { agentId: "kim" });
  vi.setSystemTime(Date.now() + 30_000);
  await post(`/conversations/${waiting}/replies`, { agentId: "kim", text: "Here I am." });
  await post(`/conversations/${waiting}/close`, { agentId: "kim", outcome: "resolved" });
  expect(await get("/reports/wallboard")).toMatchObject({ waiting: { count: 0 } });
  const last = async () => (await get(`/conversations/${waiting}/messages`)).items.at(-1);
  await until(async () => (await last()).delivery.status === "sent");
  await abortAllDurableObjects();

  passes(6 * minute);
  await until(async () => (await last()).author.moment === "csat.request");
  await write("ada", { choice: "rating-4" });
  await until(async () => (await get("/ratings")).items[0]?.score === 4);
  await abortAllDurableObjects();
  const page = await surveyPage(`${waiting}.s1`);
  expect((await call("GET", page)).text).toContain('type="radio"');
  const rated = await call("POST", page, new URLSearchParams({ score: "2", remark: "It took long." }));
  expect(rated.status).toBe(200);
  expect((await call("GET", `${page}x`)).status).toBe(404);
  expect((await get("/ratings")).items).toMatchObject([{ score: 2, remark: "It took long.", agentId: "kim" }]);

  const report = await get(`/reports/overview?from=2026-11-23&to=2026-11-24`);
  const figure = (id: string) => report.figures.find((each: { id: string }) => each.id === id)?.value;
  expect(figure("first-response.total")).toMatchObject({ count: 1, p50Ms: 30_000 });
  expect(figure("csat.escalated")).toMatchObject({ count: 1 });
  const exported = await call("GET", "/api/v1/reports/export?table=handoffs&format=csv&from=2026-11-23&to=2026-11-24");
  expect(exported.text.trim().split("\r\n")).toHaveLength(2);
});
