import { describe, expect, test } from "vitest";
import type { CustomerLookup, LookupQuestion } from "../../src/ports/customer-lookup.ts";

/** What a look-up brings so that the contract can speak to it without knowing what is behind it. */
export interface LookupUnderTest {
  readonly lookup: CustomerLookup;
  readonly knows: (properties: Readonly<Record<string, string>>) => void;
  readonly knowsNobody: () => void;
  readonly isBroken: () => void;
  /** From now on no answer comes. */
  readonly hangs: () => void;
  close(): Promise<void>;
}

export const question: LookupQuestion = {
  id: "con_1.1.lookup",
  customerId: "cus_1",
  conversationId: "con_1",
  channelId: "main.test",
  address: "ada@example.com",
};

export function lookupContract(name: string, open: () => Promise<LookupUnderTest>): void {
  describe(`the look-up ${name}`, () => {
    async function withSubject(run: (subject: LookupUnderTest) => Promise<void>): Promise<void> {
      const subject = await open();
      try {
        await run(subject);
      } finally {
        await subject.close();
      }
    }
    const never = new AbortController().signal;

    test("says what is known, in words", () =>
      withSubject(async ({ lookup, knows }) => {
        knows({ plan: "gold" });
        expect(await lookup.lookUp(question, never)).toEqual({ status: "found", properties: { plan: "gold" } });
      }));

    test("says that nobody knows them", () =>
      withSubject(async ({ lookup, knowsNobody }) => {
        knowsNobody();
        expect(await lookup.lookUp(question, never)).toEqual({ status: "unknown" });
      }));

    test("answers with a failure instead of throwing, without the customer's address in it", () =>
      withSubject(async ({ lookup, isBroken }) => {
        isBroken();
        const answer = await lookup.lookUp(question, never);
        expect(answer).toMatchObject({ status: "failed", error: expect.any(String) });
        expect(JSON.stringify(answer)).not.toContain(question.address);
      }));

    test("gives up by itself when no answer comes", () =>
      withSubject(async ({ lookup, hangs }) => {
        hangs();
        expect(await lookup.lookUp(question, never)).toMatchObject({ status: "failed" });
      }));

    test("stops when it is told to, with the reason it was given", () =>
      withSubject(async ({ lookup, hangs }) => {
        hangs();
        const stop = new AbortController();
        const asked = lookup.lookUp(question, stop.signal);
        const reason = new Error("stopping");
        stop.abort(reason);
        await expect(asked).rejects.toBe(reason);
      }));
  });
}
