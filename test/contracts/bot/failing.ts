import { inspect } from "node:util";
import { expect } from "vitest";
import type { BotFailure } from "../../../src/core/conversation/event.ts";
import { type BotCase, failureOf, turnWith } from "./under-test.ts";

const kinds: readonly BotFailure[] = ["error", "time-out", "overload", "refusal", "malformed", "empty"];

export const failingCases: readonly BotCase[] = [
  {
    name: "names every failure of its own (I11), without a customer's words and without a secret (I15)",
    run: async (subject) => {
      for (const { name, arrange, text, failure, retryable } of subject.failures) {
        arrange();
        const error = await failureOf(subject, turnWith(text ?? subject.question));
        expect({ name, failure: error.failure, retryable: error.retryable }).toEqual({ name, failure, retryable });
        // As a log would show it, with all that hangs on it.
        const shown = inspect(error, { depth: 8 });
        for (const word of [text ?? subject.question, ...subject.secrets]) expect(shown).not.toContain(word);
      }
    },
  },
  {
    name: "shows every kind of failure, or says why it cannot have it",
    run: async ({ failures, cannot }) => {
      const shown = new Set(failures.map(({ failure }) => failure));
      expect(kinds.filter((kind) => !shown.has(kind) && !cannot[kind])).toEqual([]);
      expect(kinds.filter((kind) => shown.has(kind) && cannot[kind])).toEqual([]);
    },
  },
];
