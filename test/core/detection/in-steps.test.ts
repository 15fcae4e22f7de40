import { describe, expect, test } from "vitest";
import { requestGrammar } from "../../../src/core/detection/grammar/request-grammar.ts";
import { inSteps } from "../../../src/core/detection/in-steps.ts";
import { requestLexicons } from "../../../src/core/detection/lexicons/requests.ts";

function counted() {
  const done: string[] = [];
  const made = inSteps(function* () {
    done.push("one");
    yield;
    done.push("two");
    yield;
    done.push("three");
    return "made";
  });
  return { done, made };
}

describe("what is made in steps", () => {
  test("is made at once when nobody had the time before", () => {
    const { done, made } = counted();
    expect([made.get(), made.get()]).toEqual(["made", "made"]);
    expect(done).toEqual(["one", "two", "three"]);
  });

  test("is made one step at a time where there is time, and no step twice", () => {
    const { done, made } = counted();
    const preparing = made.prepare();
    preparing.next();
    expect(done).toEqual(["one"]);
    expect([...preparing]).toHaveLength(2);
    expect(made.get()).toBe("made");
    expect(done).toEqual(["one", "two", "three"]);
    expect([...made.prepare()]).toEqual([]);
  });

  test("is finished by whoever needs it in between, and then there is nothing left to prepare", () => {
    const { done, made } = counted();
    const preparing = made.prepare();
    preparing.next();
    expect(made.get()).toBe("made");
    expect([...preparing]).toEqual([]);
    expect(done).toEqual(["one", "two", "three"]);
  });

  test("fails every time when it fails, and is never taken for made", () => {
    const made = inSteps(function* () {
      yield;
      throw new Error("a broken list");
    });
    expect(() => made.get()).toThrow("a broken list");
    expect(() => made.get()).toThrow("a broken list");
  });
});

test("no step of what hears requests takes in more than one language", () => {
  const steps = requestGrammar(requestLexicons);
  let taken = 0;
  while (!steps.next().done) taken += 1;
  // Its words, what they have in common with the others', and what they are looked for by; and the spelling of all.
  expect(taken).toBe(3 * requestLexicons.length + 1);
});
