import { describe, expect, test } from "vitest";
import { chooseMethods, timeZoneOf } from "../../../src/core/notifications/choose-methods.ts";
import type { NoticeKind } from "../../../src/core/notifications/notice.ts";
import { type NotificationPreferences, plainPreferences } from "../../../src/core/notifications/preferences.ts";
import type { Recipient } from "../../../src/core/notifications/recipients.ts";
import type { Agent } from "../../../src/core/people/agent.ts";
import { person } from "../../support/engine.ts";

/** A Saturday, ten in the morning in Berlin. */
const at = Date.UTC(2026, 10, 21, 9);
const always = [{ from: "00:00", to: "24:00" }];
const week = { monday: always, tuesday: always, wednesday: always, thursday: always, friday: always };
const workdays = { ...week, saturday: [], sunday: [] };
const settings = {
  teams: { billing: { id: "billing", name: "Billing", hours: "office", headId: null } },
  hours: { office: { id: "office", name: "Office", timeZone: "Europe/Berlin", week: workdays, exceptions: [] } },
};

interface Situation {
  readonly kind?: NoticeKind;
  readonly priority?: "urgent" | "normal";
  readonly agent?: Partial<Agent>;
  readonly as?: Recipient["as"];
  readonly preferences?: Partial<NotificationPreferences>;
  readonly methods?: readonly ("email" | "slack")[];
}

function chosen(situation: Situation) {
  const { kind = "handoff-opened", priority = "normal", as = "member", methods = ["email", "slack"] } = situation;
  const agent = person("kim", { email: "kim@shop.example", ...situation.agent });
  const recipient = { agent, as, target: { type: "queue", id: "chat" } } as const;
  const preferences = { ...plainPreferences("kim"), ...situation.preferences };
  return chooseMethods({ kind, priority, at }, recipient, preferences, { settings, methods });
}

const pushes = (situation: Situation) => chosen(situation).pushes.map(({ method }) => method);

describe("as usual", () => {
  test("everything is in the product", () => {
    expect(chosen({}).isInApp).toBe(true);
  });

  test("what a whole queue sees follows only those who do not sit in front of it", () => {
    expect(pushes({})).toEqual([]);
    expect(pushes({ agent: { presence: "away" } })).toEqual(["email"]);
  });

  test("what waits for this very person reaches them", () => {
    expect(pushes({ kind: "conversation-assigned", as: "named" })).toEqual(["slack"]);
    expect(pushes({ kind: "request-received", as: "named", agent: { presence: "offline" } })).toEqual([
      "email",
      "slack",
    ]);
  });

  test("nobody is called off duty for what goes to the whole team, but for what names them", () => {
    const absence = { id: "abs_1", from: at - 1, to: null, reason: null, substituteId: null };
    for (const agent of [{ shift: "office" }, { absences: [absence] }]) {
      expect(pushes({ kind: "handoff-exhausted", agent })).toEqual([]);
      expect(pushes({ kind: "handoff-exhausted", agent, as: "named" })).toEqual(["email", "slack"]);
    }
  });
});

describe("a person's own choice", () => {
  test("wins, for each kind and way", () => {
    const preferences = { kinds: { "handoff-opened": { email: "on", "in-app": "off" } } } as const;
    expect(chosen({ preferences })).toEqual({ isInApp: false, pushes: [{ method: "email", heldUntil: null }] });
    expect(pushes({ preferences: { kinds: { "sla-breached": { email: "off" } } }, kind: "sla-breached" })).toEqual([
      "slack",
    ]);
  });

  test("is of no use for a way that is not configured, or without an address", () => {
    const preferences = { kinds: { "handoff-opened": { email: "on", slack: "on" } } } as const;
    expect(pushes({ preferences, methods: ["slack"] })).toEqual(["slack"]);
    expect(pushes({ preferences, agent: { email: null } })).toEqual([]);
    expect(pushes({ preferences: { ...preferences, slackMemberId: "U0KIM" }, agent: { email: null } })).toEqual([
      "slack",
    ]);
  });
});

describe("in quiet hours", () => {
  const quietHours = { timeZone: null, from: "09:00", to: "11:00", letsUrgentThrough: true };
  const agent = { timeZone: "Europe/Berlin" };
  const quiet = { kind: "sla-breached", agent, methods: ["email"] } as const;
  const end = Date.UTC(2026, 10, 21, 10);

  test("what leaves the product waits for their end; the product shows it at once", () => {
    const preferences = { quietHours };
    expect(chosen({ ...quiet, preferences })).toEqual({ isInApp: true, pushes: [{ method: "email", heldUntil: end }] });
  });

  test("what is urgent comes through, if the person lets it", () => {
    const urgent = { ...quiet, priority: "urgent" } as const;
    expect(chosen({ ...urgent, preferences: { quietHours } }).pushes).toMatchObject([{ heldUntil: null }]);
    const strict = { quietHours: { ...quietHours, letsUrgentThrough: false } };
    expect(chosen({ ...urgent, preferences: strict }).pushes).toMatchObject([{ heldUntil: end }]);
  });

  test("the time zone is theirs, else that of their shift, of their team, of any team", () => {
    const zone = (differing: Partial<Agent>) => timeZoneOf(person("kim", differing), settings);
    expect(zone({ timeZone: "Asia/Tokyo", shift: "office" })).toBe("Asia/Tokyo");
    expect(zone({ shift: "office" })).toBe("Europe/Berlin");
    expect(zone({ teamIds: ["billing"] })).toBe("Europe/Berlin");
    expect(timeZoneOf(person("kim"), { teams: {}, hours: {} })).toBe("UTC");
  });
});
