import { expect, test } from "vitest";
import { waitingWorld } from "../requests/asked-world.ts";
import { received, replied } from "../world.ts";

const usage = { inputTokens: 100, outputTokens: 20, costMicros: 300 };

test("what a bot costs that helps while somebody waits is charged to the engagement, whether it answers or fails", () => {
  const world = waitingWorld({ assistsWhileWaiting: true });
  const owed = () => {
    const control = world.conversation?.control;
    const effectId = (control?.phase === "queue" && control.assist?.pendingTurn?.effectId) || "none";
    return { effectId, epoch: world.conversation?.epoch ?? 0 };
  };
  world.apply(received("Where is my order, by the way?"));
  const upToSeq = world.conversation?.lastSeq ?? 0;
  world.apply(replied({ ...owed(), upToSeq, text: "It is on its way.", usage }));
  expect(world.conversation?.engagement.bot.usage).toEqual(usage);
  world.apply(received("And when does it arrive?"));
  world.apply({ type: "bot-failed", ...owed(), botId: "bot", failure: "error", usage });
  expect(world.conversation?.engagement.bot.usage).toEqual({ inputTokens: 200, outputTokens: 40, costMicros: 600 });
});
