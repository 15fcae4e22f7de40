import { expect, test } from "vitest";
import { compilePolicy } from "../../../src/core/settings/policy.ts";
import { noSwitches } from "../../../src/core/settings/settings.ts";
import type { SlaPolicy, SlaReaction } from "../../../src/core/sla/sla-policy.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { waitingWorld } from "../requests/asked-world.ts";
import type { World } from "../world.ts";

const minute = 60_000;
const nothing: SlaReaction = { notify: [], priority: null, queue: null };

function promise(id: string, position: number, firstResponse: number, differing: Partial<SlaPolicy>): SlaPolicy {
  return {
    ...{ id, name: id, position, hours: "always", warnAtPercent: 50, onWarning: nothing, onBreach: nothing },
    applies: { priorities: [], channels: [], teams: [] },
    targets: { firstResponse, nextResponse: null, resolution: null },
    ...differing,
  };
}

function promisingWorld(slas: readonly SlaPolicy[]): World {
  const settings = { ...quietSettings, slas: Object.fromEntries(slas.map((sla) => [sla.id, sla])) };
  return waitingWorld({ policy: compilePolicy(1, settings, noSwitches) });
}

const slaOf = ({ conversation }: World) => conversation?.engagement.sla ?? null;

/** Its own stored time comes. */
function fire(world: World): void {
  const sla = slaOf(world);
  if (sla?.effectId == null || sla.dueAt === null) throw new Error("Nothing is promised.");
  world.now = sla.dueAt;
  world.apply({ type: "timer-fired", effectId: sla.effectId, timer: { kind: "sla" } });
}

test("a warning that makes it more urgent brings the promise for what is urgent, from the same start", () => {
  const forUrgent = { applies: { priorities: ["urgent"], channels: [], teams: [] } } as const;
  const world = promisingWorld([
    promise("urgent", 1, 40, forUrgent),
    promise("all", 2, 60, { onWarning: { ...nothing, priority: "urgent" } }),
  ]);
  const begun = world.now;
  fire(world);
  expect(world.now - begun).toBe(30 * minute);
  expect(world.conversation?.control).toMatchObject({ handoff: { priority: "urgent" } });
  expect(slaOf(world)).toMatchObject({ state: { policyId: "urgent" }, dueAt: begun + 40 * minute });
  fire(world);
  expect(world.now - begun).toBe(40 * minute);
  expect(slaOf(world)?.state.firstResponse.reached).toBe("breach");
});

test("what is broken already under the stricter promise is broken at its own deadline, once, and its own reaction follows", () => {
  const forUrgent = { applies: { priorities: ["urgent"], channels: [], teams: [] } } as const;
  const world = promisingWorld([
    promise("urgent", 1, 20, { ...forUrgent, onBreach: { ...nothing, notify: [{ type: "agent", id: "lee" }] } }),
    promise("all", 2, 60, { onWarning: { ...nothing, priority: "urgent" } }),
  ]);
  fire(world);
  const told = world.effects.flatMap(({ effect }) => (effect.type === "notify" ? [effect.notice] : []));
  expect(told.filter(({ kind }) => kind === "sla-breached")).toMatchObject([{ targets: [{ id: "lee" }] }]);
  expect(slaOf(world)).toMatchObject({ state: { firstResponse: { reached: "breach" } }, dueAt: null });
});

test("two promises that send it to each other's queue end", () => {
  const to = (queue: string) => ({ ...nothing, queue, priority: "urgent" as const });
  const world = promisingWorld([
    promise("urgent", 1, 20, {
      applies: { priorities: ["urgent"], channels: [], teams: [] },
      ...{ onWarning: to("chat"), onBreach: to("chat") },
    }),
    promise("all", 2, 60, { onWarning: to("e-mail"), onBreach: to("e-mail") }),
  ]);
  fire(world);
  expect(world.conversation?.control).toMatchObject({ handoff: { destination: { id: "chat" } } });
});
