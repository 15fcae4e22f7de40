import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calendarOf } from "../core/hours/calendars.ts";
import { everyDay, hoursIn } from "../core/hours/opening-hours.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { memoryStore } from "../support/memory-store.ts";

const base = "/api/v1/settings";
const office = { ...hoursIn("Europe/Berlin", everyDay("09:00-17:00")), id: "office" };
const christmas = { date: "2026-12-25", name: "Christmas", isHoliday: true, windows: [] };
const calendar = calendarOf(["DTSTART;VALUE=DATE:20201225", "RRULE:FREQ=YEARLY;COUNT=7", "SUMMARY:Christmas"]);
let test: TestApp;

beforeEach(() => {
  test = startTestApp({ open: memoryStore() });
});
afterEach(() => test.close());

async function draft(changes: object = { "hours/office": office }): Promise<string> {
  const { json } = await test.call("POST", `${base}/drafts`, { body: { name: "Holidays", changes } });
  return json.id;
}

function importInto(id: string, body: object, hours = "office") {
  return test.call("POST", `${base}/drafts/${id}/hours/${hours}/calendar`, { body });
}

const exceptionsIn = async (id: string, part = "hours/office") => {
  const { json } = await test.call("GET", `${base}/drafts/${id}`);
  return json.changes.find((change: { part: string }) => change.part === part)?.after.exceptions;
};

describe("a calendar", () => {
  it("becomes exceptions of hours in a draft, and nothing of what is in force", async () => {
    const id = await draft();
    const { status, json } = await importInto(id, { calendar });
    expect(status).toBe(200);
    expect(json).toMatchObject({ added: [christmas], changed: [], removed: [], unchanged: 0, leftOut: [] });
    expect(json.draft).toMatchObject({ id, revision: 2, updatedBy: "admin", parts: ["hours/office"] });
    expect(await exceptionsIn(id)).toEqual([christmas]);
    expect((await test.call("GET", base)).json.settings.hours.office).toBeUndefined();
    expect((await test.call("POST", `${base}/drafts/${id}/publish`, { body: {} })).json.status).toBe("published");
    expect((await test.call("GET", base)).json.settings.hours.office.exceptions).toEqual([christmas]);
  });

  it("goes into hours that the draft had not touched", async () => {
    const id = await draft({});
    expect((await importInto(id, { calendar }, "always")).json.added).toEqual([christmas]);
    expect(await exceptionsIn(id, "hours/always")).toEqual([christmas]);
  });

  it("changes nothing the second time, not even the draft's revision", async () => {
    const id = await draft();
    await importInto(id, { calendar });
    const { json } = await importInto(id, { calendar });
    expect(json).toMatchObject({ added: [], changed: [], removed: [], unchanged: 1, draft: { revision: 2 } });
  });

  it("is merged, or replaces all there is, and says what became of it", async () => {
    const own = { date: "2026-12-28", name: "Moving", isHoliday: false, windows: [] };
    const old = { ...christmas, name: "Old" };
    const id = await draft({ "hours/office": { ...office, exceptions: [old, own] } });
    expect((await importInto(id, { calendar })).json.changed).toEqual([{ before: old, after: christmas }]);
    expect(await exceptionsIn(id)).toEqual([christmas, own]);
    expect((await importInto(id, { calendar, mode: "replace" })).json).toMatchObject({ removed: [own], unchanged: 1 });
    expect(await exceptionsIn(id)).toEqual([christmas]);
  });

  it("meets others in the same draft without losing what they write", async () => {
    const id = await draft();
    const both = await Promise.all([importInto(id, { calendar }), importInto(id, { calendar }, "always")]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await exceptionsIn(id)).toEqual([christmas]);
    expect(await exceptionsIn(id, "hours/always")).toEqual([christmas]);
  });

  it("says what of it is left out, where it stands and why", async () => {
    const text = calendarOf(["DTSTART;VALUE=DATE:20261225", "SUMMARY:Off", "STATUS:CANCELLED"], ["DTSTART:20250101"]);
    const { json } = await importInto(await draft(), { calendar: text });
    expect(json).toMatchObject({
      added: [],
      leftOutCount: 2,
      leftOut: [
        { line: 3, name: "Off", because: "cancelled" },
        { line: 8, name: "", because: "outside-period" },
      ],
    });
  });

  it("is refused with every line and reason, and the draft stays as it is", async () => {
    const id = await draft();
    const { status, json } = await importInto(id, { calendar: calendarOf(["DTSTART:soon"], ["SUMMARY:None"]) });
    expect([status, json.code]).toEqual([422, "invalid"]);
    expect(json.errors).toEqual([
      { path: "body.calendar:4", message: "DTSTART is no day (20261224) and no time (20261224T140000)." },
      { path: "body.calendar:6", message: "This event has no DTSTART." },
    ]);
    expect(json.detail).toContain("Line 4: DTSTART is no day");
    expect(await exceptionsIn(id)).toEqual([]);
  });

  it.each([
    ["no draft", "drf_gone", "office", {}, 404],
    ["no hours", null, "gone", {}, 404],
    ["another revision", null, "office", { revision: 7 }, 409],
    ["no calendar", null, "office", { calendar: undefined }, 422],
    ["another way", null, "office", { mode: "mix" }, 422],
    ["what is not known", null, "office", { more: 1 }, 422],
  ])("is refused for %s", async (_, id, hours, differing, status) => {
    const called = await importInto(id ?? (await draft()), { calendar, ...differing }, hours);
    expect([called.status, called.json.status]).toEqual([status, status]);
  });

  it("does not go into hours that the draft removes, nor into a draft that waits for its time", async () => {
    const removing = await draft({ "hours/always": null });
    expect((await importInto(removing, { calendar }, "always")).status).toBe(404);
    const waiting = await draft();
    const at = new Date(test.clock.now() + 3_600_000).toISOString();
    await test.call("POST", `${base}/drafts/${waiting}/publish`, { body: { at } });
    expect((await importInto(waiting, { calendar })).json.code).toBe("draft-scheduled");
  });

  it("takes a key that may write settings", async () => {
    const id = await draft();
    const path = `${base}/drafts/${id}/hours/office/calendar`;
    expect((await test.call("POST", path, { body: { calendar }, token: null })).status).toBe(401);
    const scoped = { name: "reader", scopes: ["settings:read"] };
    const { json } = await test.call("POST", "/api/v1/keys", { body: scoped });
    expect((await test.call("POST", path, { body: { calendar }, token: json.token })).json.code).toBe("missing-scope");
  });

  it("may be the body itself, with the rest in the address", async () => {
    const own = { ...christmas, name: "Old" };
    const id = await draft({ "hours/office": { ...office, exceptions: [{ ...own, date: "2026-12-28" }] } });
    const path = `${base}/drafts/${id}/hours/office/calendar`;
    const headers = { "content-type": "text/calendar; charset=utf-8" };
    const sent = await test.call("POST", `${path}?mode=replace&revision=1`, { body: calendar, headers });
    expect([sent.status, sent.json.added, sent.json.removed.length]).toEqual([200, [christmas], 1]);
    expect((await test.call("POST", `${path}?revision=1`, { body: calendar, headers })).json.code).toBe(
      "draft-changed",
    );
    expect((await test.call("POST", path, { body: "no calendar", headers })).json.errors[0].path).toBe(
      "body.calendar:1",
    );
    expect((await test.call("POST", `${base}/drafts`, { body: calendar, headers })).status).toBe(415);
  });
});
