import { expect, test } from "vitest";
import { mostLooks } from "../../../src/engine/routing/serve-agent.ts";
import { person } from "../../support/engine.ts";
import { recordingChannel } from "../../support/recording-channel.ts";
import { ask, openFloor, waiting } from "./floor.ts";
import { putWaiting } from "./put-waiting.ts";

const chat = recordingChannel("main.test");
const mailbox = { ...recordingChannel("main.mailbox"), kind: "email" };

test("a letter in a queue that rings is asked about with nobody, and waits until somebody takes it", async () => {
  const floor = openFloor({ more: { rules: {} } }, { channels: [mailbox] });
  await floor.engine.agents.add(person("anne"));
  await ask(floor, "ada");
  await floor.pass(30 * 60_000);
  const [letter] = await waiting(floor);
  expect(letter?.handoff).toMatchObject({ destination: { id: "chat" }, ask: null, course: { asked: 0, timedOut: 0 } });
  const claimed = await floor.engine.command(letter?.id ?? "", { type: "conversation-claimed", agentId: "anne" }, null);
  expect(claimed.status).not.toBe("refused");
  expect(await waiting(floor)).toEqual([]);
});

test("whoever gets room finds the customer who waits behind more letters than are looked at", async () => {
  const floor = openFloor({}, { channels: [chat, mailbox] });
  await floor.engine.agents.add(person("anne", { presence: "away" }));
  const destination = { type: "queue", id: "chat", teamIds: ["support"] } as const;
  for (let at = 0; at < mostLooks + 50; at++) {
    const handoff = { destination, enteredQueueAt: at, openedAt: at, declinedBy: [], exhaustedAt: null } as const;
    await putWaiting(floor.store, `con_${at}`, handoff, { route: { channelId: mailbox.id }, isTest: false });
  }
  await ask(floor, "ada");
  await floor.engine.agents.change("anne", { presence: "available" });
  await floor.engine.settleAll();
  const asked = (await waiting(floor)).filter(({ handoff }) => handoff.ask !== null);
  expect(asked.map(({ conversation }) => conversation.route.channelId)).toEqual([chat.id]);
});
