import { describe, expect, test } from "vitest";
import type { SlaPolicy, SlaReaction } from "../../src/core/sla/sla-policy.ts";
import { person } from "../support/engine.ts";
import { quietSettings } from "../support/quiet-settings.ts";
import { recordingChannel } from "../support/recording-channel.ts";
import { only, speakers, start } from "./opened.ts";

const minute = 60_000;
const nothing: SlaReaction = { notify: [], priority: null, queue: null };

function policy(change: Partial<SlaPolicy>): SlaPolicy {
  return {
    ...{ id: "all", name: "Everybody", position: 1, hours: "always", warnAtPercent: 75 },
    applies: { priorities: [], channels: [], teams: [] },
    targets: { firstResponse: 8, nextResponse: 4, resolution: null },
    onWarning: nothing,
    onBreach: { ...nothing, held: "returns" },
    ...change,
  };
}

/** Robin has it since the second minute. Nobody else is there, and the customer does not look on. */
async function held(change: Partial<SlaPolicy> = {}) {
  const channel = recordingChannel("main.test", { hasPresence: false });
  const started = start({ channel, starter: { ...quietSettings, slas: { all: policy(change) } } });
  await started.engine.agents.add(person("robin", { presence: "away" }));
  await started.engine.agents.add(person("lee", { role: "lead", presence: "away", teamIds: ["support"] }));
  await started.write("ada", "I want to talk to a human");
  await started.pass(2 * minute);
  const { id } = await only(started);
  const command = (body: Parameters<typeof started.engine.command>[1]) => started.engine.command(id, body, null);
  const claim = (agentId: string) => command({ type: "conversation-claimed", agentId });
  const reply = (agentId: string, text: string) => command({ type: "agent-replied", agentId, text });
  const told = async (agentId: string) => {
    const { items } = await started.engine.notifications.ofConversation(id, { limit: 100, cursor: null });
    const theirs = items.filter(({ agentIds }) => agentIds?.includes(agentId)).toReversed();
    return theirs.map(({ kind, detail }) => `${kind} ${detail}`).filter((line) => !line.startsWith("handoff-opened"));
  };
  const returns = async () => {
    const { items } = await started.engine.conversations.records(id, { limit: 100, afterSeq: 0 });
    return items.flatMap((record) =>
      record.type === "control" && record.reason.code === "returned" ? [record.reason] : [],
    );
  };
  const place = async () => {
    const { control } = await only(started);
    if (control.phase === "human") return control.agentId;
    return control.phase === "queue" ? control.handoff.destination.id : control.phase;
  };
  await claim("robin");
  return { ...started, id, command, claim, reply, told, returns, place };
}

describe("a promised answer that the person who has it lets go by", () => {
  test("is taken from them at that instant: it waits again, with a record, and everybody hears of it once", async () => {
    const started = await held();
    await started.pass(6 * minute - 1);
    expect(await started.place()).toBe("robin");
    await started.pass(1);
    expect(await started.place()).toBe("chat");
    expect((await only(started)).control).toMatchObject({ handoff: { priority: "high", declinedBy: ["robin"] } });
    expect(await started.returns()).toEqual([{ code: "returned", because: "sla-breached", from: "robin" }]);
    expect(await started.told("robin")).toEqual(["sla-warning firstResponse", "conversation-taken sla-breached"]);
    expect(await started.told("lee")).toEqual(["conversation-returned sla-breached"]);
    expect((await speakers(started)).filter((moment) => moment === "human.left")).toHaveLength(1);
    expect((await started.engine.agents.get("robin"))?.holds).toEqual({});
  });

  test("stays theirs where the policy only says where to what waits goes", async () => {
    const started = await held({ onBreach: { ...nothing, queue: "e-mail" } });
    await started.pass(10 * minute);
    expect(await started.place()).toBe("robin");
    expect(await started.told("robin")).toEqual(["sla-warning firstResponse", "sla-breached firstResponse"]);
  });

  test("goes to the queue that is named, before it is too late where the warning says so", async () => {
    const started = await held({ onWarning: { ...nothing, queue: "e-mail", held: "returns" } });
    await started.pass(4 * minute);
    expect(await started.place()).toBe("e-mail");
    expect(await started.told("robin")).toEqual(["conversation-taken sla-warning"]);
  });

  test("is moved once by one clock, whoever has it then", async () => {
    const queue = { ...nothing, held: "returns" } as const;
    const started = await held({ onWarning: queue, onBreach: { ...queue, queue: "e-mail" } });
    await started.pass(4 * minute);
    expect(await started.place()).toBe("chat");
    await started.pass(2 * minute);
    expect(await started.place()).toBe("chat");
    const again = await held({ onWarning: queue, onBreach: { ...queue, queue: "e-mail" } });
    await again.pass(4 * minute);
    await again.claim("lee");
    await again.pass(10 * minute);
    expect(await again.place()).toBe("lee");
    // The answer to the next question is another promise.
    await again.reply("lee", "Which order is it?");
    await again.write("ada", "The one of Monday");
    await again.pass(3 * minute);
    expect(await again.place()).toBe("chat");
  });

  test("stays theirs while the customer is awaited, and also when the answer came late", async () => {
    const started = await held({ targets: { firstResponse: 8, nextResponse: null, resolution: 20 } });
    await started.pass(minute);
    await started.reply("robin", "Which order is it?");
    await started.pass(60 * minute);
    expect(await started.place()).toBe("robin");
    const late = await held();
    late.clock.advance(7 * minute);
    await late.reply("robin", "Which order is it?");
    await late.pass(minute);
    expect(await late.place()).toBe("robin");
    expect((await only(late)).engagement.sla?.state.firstResponse).toMatchObject({ phase: "met", reached: "breach" });
  });

  test("is not taken from whoever took it when it was late already", async () => {
    const started = start({ starter: { ...quietSettings, slas: { all: policy({}) } } });
    await started.engine.agents.add(person("robin", { presence: "away" }));
    await started.write("ada", "I want to talk to a human");
    await started.pass(0);
    started.clock.advance(9 * minute);
    const { id } = await only(started);
    await started.engine.command(id, { type: "conversation-claimed", agentId: "robin" }, null);
    await started.pass(0);
    const { control, engagement } = await only(started);
    expect(engagement.sla?.state.firstResponse.reached).toBe("breach");
    expect(control).toMatchObject({ phase: "human", agentId: "robin" });
  });

  test("is taken also when the customer's own words are the first to notice that it is late", async () => {
    const started = await held();
    started.clock.advance(7 * minute);
    await started.write("ada", "Hello? Is anybody there?");
    expect(await started.place()).toBe("chat");
    expect((await started.engine.agents.get("robin"))?.holds).toEqual({});
  });

  test("is taken also when a stricter promise was published meanwhile, and the customer is the first to notice", async () => {
    const started = await held({ targets: { firstResponse: 60, nextResponse: null, resolution: null } });
    const strict = policy({ id: "strict", position: 0 });
    const { settings } = started.engine;
    const draft = { name: "Sooner", note: "", changes: { "slas/strict": strict }, by: "lee", baseVersion: null };
    const created = await settings.drafts.create(draft, null);
    const draftId = created.status === "created" ? created.draft.id : "";
    await settings.publish({ draftId, by: "lee", note: null, revision: null, idempotency: null });
    await started.pass(10 * minute);
    expect(await started.place()).toBe("robin");
    await started.write("ada", "Hello? Is anybody there?");
    expect(await started.place()).toBe("chat");
    expect((await started.engine.agents.get("robin"))?.holds).toEqual({});
  });
});
