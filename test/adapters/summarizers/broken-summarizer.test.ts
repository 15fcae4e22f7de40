import { describe, expect, test } from "vitest";
import { type Summarizer, SummaryError } from "../../../src/ports/summarizer.ts";
import { customersWords, type SummarizerUnderTest, summarizerCases } from "../../contracts/summarizer.ts";

const [gives, keeps, stops, names] = summarizerCases.map(({ name }) => name);

const hangs: Summarizer["summarize"] = (_material, signal) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    if (signal.aborted) reject(signal.reason);
  });

const breakages: readonly (readonly [
  name: string,
  summarize: Summarizer["summarize"],
  noticedBy: string | undefined,
])[] = [
  ["gives a text", async () => ({ summary: "All is well.", usage: null }), gives],
  ["gives a list", async () => ({ summary: [], usage: null }), gives],
  [
    "tidies its material up",
    async ({ messages }) => {
      (messages as unknown[]).reverse();
      return { summary: {}, usage: null };
    },
    keeps,
  ],
  ["does not hear the abort", async () => ({ summary: {}, usage: null }), stops],
  [
    "calls an abort a failure",
    (material, signal) => hangs(material, signal).catch(() => Promise.reject(fails("aborted"))),
    stops,
  ],
  ["fails with whatever comes", () => Promise.reject(new TypeError("undefined")), names],
  ["quotes the customer", () => Promise.reject(fails(`Cannot summarise "${customersWords}".`)), names],
  ["quotes its key", () => Promise.reject(fails("key-1 is wrong")), names],
];

describe("the summarizer contract notices one that", () => {
  test.each(breakages)("%s", async (_name, summarize, noticedBy) => {
    const found = summarizerCases.find(({ name }) => name === noticedBy);
    await expect(found?.run(subjectOf({ summarize }))).rejects.toThrow();
  });

  test("and passes a sound one", async () => {
    let isHanging = false;
    const summarize: Summarizer["summarize"] = async (material, signal) =>
      isHanging ? hangs(material, signal) : { summary: { headline: "x" }, usage: null };
    const hang = () => {
      isHanging = true;
    };
    for (const { name, run } of summarizerCases) if (name !== names) await run({ ...subjectOf({ summarize }), hang });
    const failing = { summarize: () => Promise.reject(fails("It failed.")) };
    await summarizerCases.find(({ name }) => name === names)?.run(subjectOf(failing));
  });
});

function fails(message: string): SummaryError {
  return new SummaryError(message, { failure: "error", retryable: true });
}

function subjectOf(summarizer: Summarizer): SummarizerUnderTest {
  return {
    summarizer,
    failures: [{ name: "error", arrange: () => {}, failure: "error", retryable: true }],
    hang: () => {},
    secrets: ["key-1"],
    close: async () => {},
  };
}
