import { describe, expect, test } from "vitest";
import type { KnownCustomer } from "../../../src/core/customers/read-lines.ts";
import { createTurns } from "../../../src/engine/customers/import-turns.ts";

const line = (channelId: string, address: string, reference: string | null = null): KnownCustomer => ({
  ...{ channelId, address, reference, name: null, locale: null, accountOwnerId: null, properties: {} },
});

/** Lines in the order of a file; each is being written until the test says that it is done. */
function writing(lines: readonly KnownCustomer[]) {
  const inTurn = createTurns();
  const begun: number[] = [];
  const ends = lines.map((customer, index) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    void inTurn(customer, () => {
      begun.push(index);
      return promise;
    });
    return resolve;
  });
  return {
    begun,
    async ends(index: number) {
      ends[index]?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe("the lines of an import", () => {
  test("go side by side when they have nothing to do with each other", async () => {
    const lines = writing([line("mail", "a"), line("mail", "b", "1"), line("web", "a"), line("mail", "c", "2")]);
    await lines.ends(-1);
    expect(lines.begun).toEqual([0, 1, 2, 3]);
  });

  test("wait for the same address, and for the same reference on another channel", async () => {
    const lines = writing([line("mail", "a", "1"), line("web", "a", "1"), line("mail", "a"), line("chat", "x", "1")]);
    await lines.ends(-1);
    expect(lines.begun).toEqual([0]);
    await lines.ends(0);
    expect(lines.begun.toSorted()).toEqual([0, 1, 2]);
    await lines.ends(1);
    expect(lines.begun.toSorted()).toEqual([0, 1, 2, 3]);
  });

  test("of one reference on one channel wait for the first of them alone, however many there are", async () => {
    const many = Array.from({ length: 50 }, (_, index) => line("mail", `a${index}`, "1"));
    const lines = writing([...many, line("mail", "a1", "1")]);
    await lines.ends(-1);
    expect(lines.begun).toEqual([0]);
    await lines.ends(0);
    expect(lines.begun).toEqual(many.map((_, index) => index));
    await lines.ends(1);
    expect(lines.begun.at(-1)).toBe(50);
  });
});
