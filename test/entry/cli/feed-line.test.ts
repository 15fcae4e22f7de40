import { expect, it } from "vitest";
import { followFeed } from "../../../src/entry/cli/reach/feed-line.ts";

const block = (id: string, event: string) => `id: ${id}\nevent: ${event}\ndata: {}\n\n`;

/** One answer after the other; what it was asked to go on from, and how long it was left alone. */
function line(...answers: readonly (Response | Error)[]) {
  const [asked, pauses]: [(string | null)[], number[]] = [[], []];
  let next = 0;
  const open = async (lastId: string | null) => {
    asked.push(lastId);
    const answer = answers[next++] ?? new Response(null, { status: 403 });
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const pause = async (ms: number) => void pauses.push(ms);
  return { asked, pauses, items: followFeed(open, new AbortController().signal, pause) };
}

/** Cut where a network cuts. */
function streamOf(chunks: readonly string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });
}

it("goes on after the last id seen when the line breaks, and waits longer each time nobody answers", async () => {
  const whole = block("1", "start") + block("2", "wallboard");
  const chunks = [whole.slice(0, 9), whole.slice(9, 40), whole.slice(40), ": alive\n\n"];
  const gone = new Error("connect ECONNREFUSED");
  const { asked, pauses, items } = line(
    new Response(streamOf(chunks)),
    ...[gone, new Response(null, { status: 503 }), gone, gone, gone],
    new Response(block("3", "reset")),
  );
  const seen: string[] = [];
  for await (const item of items) seen.push(item.type === "event" ? item.event.event : item.type);
  const lost = Array.from({ length: 5 }, () => "lost");
  expect(seen).toEqual(["start", "wallboard", "lost", ...lost, "reset", "lost", "refused"]);
  expect(asked).toEqual([null, "2", "2", "2", "2", "2", "2", "3"]);
  expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000, 500]);
});
