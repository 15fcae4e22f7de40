import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { transition } from "../../src/core/conversation/transition.ts";
import { evidenceOf } from "../../src/core/detection/decide.ts";
import { context, type Judgement, judgeText } from "../../src/entry/eval/judge-text.ts";
import { createRowReader } from "../../src/entry/eval/read-row.ts";
import { received } from "../core/world.ts";

const folder = resolve(import.meta.dirname, "../fixtures/detection");
const files = globSync("**/*.tsv", { cwd: folder }).sort();
const texts = files.flatMap((file) => {
  const reader = createRowReader(file);
  const lines = readFileSync(resolve(folder, file), "utf8").split("\n");
  return lines.flatMap((line, index) => reader.read(line, index + 1)?.text ?? []);
});

/** What becomes of a new conversation that begins with this message. */
function beginWith(text: string) {
  const event = { ...received(text), id: "event", at: Date.UTC(2026, 10, 21), channelId: context.channel.id };
  const begun = transition(null, event, context, "conversation");
  if (begun.status !== "applied") throw new Error(begun.status);
  const { control, engagement, locale } = begun.conversation;
  if (control.phase === "queue") {
    const { reason, evidence } = control.handoff;
    return { decision: "handoff", reason, evidence, locale };
  }
  const offered = begun.feed.find(({ type }) => type === "person-offered");
  if (!offered) return { decision: "none", reason: null, evidence: null, locale };
  return { decision: "offer", reason: offered.data.reason, evidence: engagement.offer?.evidence, locale };
}

it("decides about every sentence as the engine does when a conversation begins with it", () => {
  expect(texts.length).toBeGreaterThan(3_000);
  const decisions = new Set<Judgement["decision"]>();
  for (const text of texts) {
    const { decision, reason, signals, detectedLanguage } = judgeText(text);
    decisions.add(decision);
    const evidence = decision === "none" ? null : signals.slice(0, 8).map((signal) => evidenceOf(signal, 1));
    expect({ decision, reason, evidence, locale: detectedLanguage }, text).toEqual(beginWith(text));
  }
  expect([...decisions].sort()).toEqual(["handoff", "none", "offer"]);
});

it("says where the words are, and tells requests, moods and questions apart", () => {
  const text = "Hello! Can I speak to a human?";
  const [signal] = judgeText(text).signals;
  expect(signal?.id).toBe("explicit-request");
  expect(text.slice(signal?.start, signal?.end)).toBe("speak to a human");
  expect(judgeText(text)).toMatchObject({ decision: "handoff", reason: "explicit-request", detectedLanguage: "en" });
  expect(judgeText("your service is terrible")).toMatchObject({ decision: "offer", reason: "frustration" });
  expect(judgeText("Where is my order?")).toEqual({
    ...{ decision: "none", signals: [], reason: null, detectedLanguage: "en" },
  });
});
