import { abortAllDurableObjects, reset } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { text } from "../../core/settings/examples.ts";
import { alarmAt, call, get, passes, post, publish, surveyPage, until, write } from "./workspace.ts";

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
});

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
  const next = async () => {
    const at = await alarmAt();
    return at !== null && at > Date.now() && at;
  };
  const rang: number[] = [];
  for (let at = await until(next); at <= dueAt; at = await until(next)) {
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
