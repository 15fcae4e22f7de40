import { describe, expect, it } from "vitest";
import { dataFor, type FeedType, type Follower, feedAudiences } from "../../../src/core/feed/audience.ts";

const system: Follower = { agentId: null, role: "admin", teamIds: [], readsReports: true };
const lead: Follower = { agentId: "lee", role: "lead", teamIds: [], readsReports: true };
const agent: Follower = { agentId: "ada", role: "agent", teamIds: ["support"], readsReports: true };

/** What no agent hears as it is. All others are told to everybody. */
const kept: readonly FeedType[] = [
  ...(["case-handoff-changed", "notification-read", "notified", "roster-checked", "settings-draft-changed"] as const),
  ...(["settings-publish-failed", "settings-published", "settings-switched", "task-changed"] as const),
  ...(["unsupported-event", "wallboard"] as const),
];
const all = Object.keys(feedAudiences) as FeedType[];

describe("what is told in the feed", () => {
  it.each(all)("%s: whole to those who lead and to the company's own systems", (type) => {
    const data = { agentId: "bob", taskId: "t", ownerId: "bob", teamId: "billing", agents: "bob", revision: 1 };
    for (const follower of [system, lead]) expect(dataFor({ type, data }, follower)).toBe(data);
  });

  it.each(all)("%s: to an agent only when it is theirs to know", (type) => {
    const data = { agentId: "bob", ownerId: "bob", teamId: "billing", revision: 1 };
    const told = dataFor({ type, data }, agent);
    if (!kept.includes(type)) expect(told).toBe(data);
    else expect(told).toEqual(type === "wallboard" ? {} : null);
  });

  it.each([
    [{ ownerId: "ada", teamId: "billing" }, true],
    [{ ownerId: "bob", teamId: "support" }, true],
    [{ ownerId: null, teamId: "support" }, true],
    [{ ownerId: "bob", teamId: "billing" }, false],
    [{ ownerId: null, teamId: null }, false],
  ])("a follow-up of %o to an agent of the team support: %s", (data, isTold) => {
    expect(dataFor({ type: "task-changed", data }, agent)).toBe(isTold ? data : null);
  });

  it("a notification to whoever it is for, without the others it is for", () => {
    const data = { kind: "x", subjectId: "s", targets: "team:support agent:bob", agents: "bob ada" };
    const heard = dataFor({ type: "notified", data }, agent);
    expect(heard).toEqual({ kind: "x", subjectId: "s", targets: "team:support", agents: "ada" });
    expect(dataFor({ type: "notified", data: { ...data, agents: "bob adam" } }, agent)).toBeNull();
    const unreached = { ...data, targets: "agent:ada agent:bob", agents: "" };
    expect(dataFor({ type: "notified", data: unreached }, agent)).toMatchObject({ targets: "agent:ada", agents: "" });
  });

  it("that a notification was read to whoever read it", () => {
    const data = { agentId: "ada", id: "ntf_1" };
    expect(dataFor({ type: "notification-read", data }, agent)).toBe(data);
  });

  it("how it stands to nobody who may not read the reports", () => {
    const entry = { type: "wallboard", data: { waiting: 3 } };
    for (const follower of [system, lead, agent]) {
      expect(dataFor(entry, { ...follower, readsReports: false })).toBeNull();
    }
    expect(dataFor(entry, agent)).toEqual({});
  });

  it.each(["of-another-version", "constructor"])("nothing of %s, which nobody knows, to an agent", (type) => {
    expect(dataFor({ type, data: {} }, agent)).toBeNull();
    expect(dataFor({ type, data: {} }, lead)).toEqual({});
  });
});
