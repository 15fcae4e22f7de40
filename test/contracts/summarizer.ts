import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import {
  type Summarizer,
  SummaryError,
  type SummaryFailure,
  type SummaryMaterial,
} from "../../src/ports/summarizer.ts";

/** What a summarizer brings so that the contract can speak to it without knowing what is behind it. */
export interface SummarizerUnderTest {
  readonly summarizer: Summarizer;
  /** Every way in which it can fail. */
  readonly failures: readonly SummaryFailureCase[];
  /** From now on no answer comes. */
  readonly hang: () => void;
  /** Keys and the like, which may show up nowhere. */
  readonly secrets: readonly string[];
  close(): Promise<void>;
}

export interface SummaryFailureCase {
  readonly name: string;
  readonly arrange: () => void;
  readonly failure: SummaryFailure;
  readonly retryable: boolean;
}

export const customersWords = "my parcel 4711 never came";

export const material: SummaryMaterial = {
  handoffId: "shop_c1.h1",
  locale: "de",
  reason: "action-needed",
  messages: [
    { id: "shop_c1.m1", at: 1, author: "customer", text: customersWords },
    { id: "shop_c1.m2", at: 2, author: "bot", text: "I am sorry. It left on Monday." },
    { id: "shop_c1.m3", at: 3, author: "note", text: "Second time this year." },
    { id: "shop_c1.m4", at: 4, author: "agent", text: "I look for it, promised." },
  ],
};

interface SummarizerCase {
  readonly name: string;
  readonly run: (subject: SummarizerUnderTest) => Promise<void>;
}

export const summarizerCases: readonly SummarizerCase[] = [
  {
    name: "gives an object, and what it cost in whole numbers or that nobody counts",
    run: async ({ summarizer }) => {
      const { summary, usage } = await summarizer.summarize(material, new AbortController().signal);
      expect(summary).toEqual(expect.any(Object));
      expect(Array.isArray(summary)).toBe(false);
      const { model: _model, ...counts } = usage ?? { model: "" };
      expect(Object.values(counts).every((count) => count === null || Number.isSafeInteger(count))).toBe(true);
    },
  },
  {
    name: "does not change its material",
    run: async ({ summarizer }) => {
      const copy = structuredClone(material);
      await summarizer.summarize(copy, new AbortController().signal);
      expect(copy).toEqual(material);
    },
  },
  {
    name: "starts nothing when it is already aborted, and stops at once with the signal's own reason",
    run: async ({ summarizer, hang }) => {
      hang();
      const reason = new Error("nobody needs it any more");
      await expect(summarizer.summarize(material, AbortSignal.abort(reason))).rejects.toBe(reason);
      const controller = new AbortController();
      const summary = summarizer.summarize(material, controller.signal);
      setImmediate(() => controller.abort(reason));
      await expect(summary).rejects.toBe(reason);
    },
  },
  {
    name: "names every failure of its own, without a customer's words and without a secret (I15)",
    run: async ({ summarizer, failures, secrets }) => {
      for (const { name, arrange, failure, retryable } of failures) {
        arrange();
        const error = await summarizer.summarize(material, new AbortController().signal).then(
          () => null,
          (thrown: unknown) => thrown,
        );
        if (!(error instanceof SummaryError)) throw new Error(`${name}: no SummaryError.`, { cause: error });
        expect({ name, failure: error.failure, retryable: error.retryable }).toEqual({ name, failure, retryable });
        for (const word of [customersWords, ...secrets]) expect(inspect(error, { depth: 8 })).not.toContain(word);
      }
    },
  },
];

/** `make` gives a fresh summarizer and a fresh outside world for every case. */
export function summarizerContract(name: string, make: () => Promise<SummarizerUnderTest>): void {
  describe(`${name} keeps the summarizer contract:`, () => {
    for (const { name: title, run } of summarizerCases) {
      test(title, async () => {
        const subject = await make();
        try {
          await run(subject);
        } finally {
          await subject.close();
        }
      });
    }
  });
}
