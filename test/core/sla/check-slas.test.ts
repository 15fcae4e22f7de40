import { describe, expect, it } from "vitest";
import { checkSettings } from "../../../src/core/settings/check.ts";
import { starterSettings } from "../../../src/core/settings/starter.ts";
import type { SlaPolicy } from "../../../src/core/sla/sla-policy.ts";
import { context } from "../settings/examples.ts";
import { byId, slaPolicy } from "./sla-policies.ts";

const check = (...policies: readonly SlaPolicy[]) =>
  checkSettings({ ...starterSettings, slas: byId(...policies) }, context);
const found = (...policies: readonly SlaPolicy[]) =>
  check(...policies).map(({ severity, part, path, code }) => [severity, part, path, code]);
const calm = { notify: [], priority: null, queue: null };
const first = (applies: Partial<SlaPolicy["applies"]>) => slaPolicy("first", { applies });
const later = (applies: Partial<SlaPolicy["applies"]>) => slaPolicy("later", { position: 2, applies });
const never = ["warning", "slas/later", "position", "sla-never-applies"];

describe("policies for answering in time", () => {
  it("are fine when all they speak of exists", () => {
    const notify = [
      { type: "agent", id: "ada" },
      { type: "team", id: "support" },
      { type: "queue", id: "chat" },
    ] as const;
    const onBreach = { notify, priority: "urgent", queue: "chat" } as const;
    const applies = { teams: ["support"], channels: ["api"] };
    expect(found(slaPolicy("a", { applies, hours: { id: "always" }, onBreach }))).toEqual([]);
  });

  it.each<[string, SlaPolicy, string, string, string]>([
    ["a team that is gone", first({ teams: ["support", "gone"] }), "error", "applies.teams.1", "missing-team"],
    ["hours that are gone", slaPolicy("first", { hours: { id: "gone" } }), "error", "hours.id", "missing-hours"],
    [
      "a queue that is gone",
      slaPolicy("first", { onWarning: { ...calm, queue: "gone" } }),
      ...(["error", "onWarning.queue", "missing-queue"] as const),
    ],
    [
      "an agent who is gone, to be told",
      slaPolicy("first", { onBreach: { ...calm, notify: [{ type: "agent", id: "gone" }] } }),
      ...(["error", "onBreach.notify.0", "missing-agent"] as const),
    ],
    ["a channel nobody has", first({ channels: ["pigeon"] }), "warning", "applies.channels.0", "missing-channel"],
    [
      "no target at all",
      slaPolicy("first", { targets: { firstResponse: null, nextResponse: null, resolution: null } }),
      ...(["warning", "targets", "sla-without-targets"] as const),
    ],
    [
      "a next response that may come after everything is resolved",
      slaPolicy("first", { targets: { nextResponse: 121 } }),
      ...(["warning", "targets.nextResponse", "response-after-resolution"] as const),
    ],
  ])("are told of %s", (_, policy, severity, path, code) => {
    expect(found(policy)).toEqual([[severity, "slas/first", path, code]]);
  });

  it.each<[string, SlaPolicy, SlaPolicy]>([
    ["is for everybody", first({}), later({ priorities: ["high"] })],
    ["names every priority", first({ priorities: ["urgent", "high", "normal", "low"] }), later({})],
    ["is for the kind of its channel", first({ channels: ["API"] }), later({ channels: ["main.api"] })],
    ["is for more teams", first({ teams: ["support"] }), later({ teams: ["support"], priorities: ["low"] })],
  ])("never apply behind one that %s", (_, one, other) => {
    expect(found(one, other)).toContainEqual(never);
    expect(found(other, one)).toContainEqual(never);
  });

  it.each<[string, SlaPolicy, SlaPolicy]>([
    ["another priority", first({ priorities: ["high"] }), later({ priorities: ["low"] })],
    ["one of several teams", first({ teams: ["support"] }), later({})],
    ["one channel of a kind", first({ channels: ["main.api"] }), later({ channels: ["api"] })],
  ])("apply behind one for %s", (_, one, other) => {
    expect(found(one, other)).not.toContainEqual(never);
  });

  it("are told whose place they have", () => {
    expect(check(first({}), later({}))[0]?.message).toBe(
      'Policy "later" never applies: "first" comes before it and takes everything. Move it up, or narrow the other one.',
    );
  });
});
