import { expect, test } from "vitest";
import { readPage } from "../../src/http/cursor.ts";
import { RequestError } from "../../src/http/problem.ts";
import { StoreUnavailableError, UnknownCursorError } from "../../src/ports/store.ts";

const empty = { items: [], next: null };

test("a list that says itself what is wrong with the question is heard, with a cursor or without", async () => {
  const wrong = new RequestError("invalid", { detail: "give either phase or agentId" });
  const refuses = async () => {
    throw wrong;
  };
  await expect(readPage({ limit: 5 }, refuses)).rejects.toBe(wrong);
  await expect(readPage({ limit: 5, cursor: "YWJj" }, refuses)).rejects.toBe(wrong);
});

test("a cursor that the store does not know, or that nobody gave, is the caller's to mend", async () => {
  const throws = async () => {
    throw new UnknownCursorError("no such cursor");
  };
  await expect(readPage({ limit: 5, cursor: "YWJj" }, throws)).rejects.toMatchObject({ code: "invalid" });
  await expect(readPage({ limit: 5, cursor: "%%" }, async () => empty)).rejects.toMatchObject({ code: "invalid" });
});

test("a fault stays a fault on the second page of a list, too", async () => {
  for (const fault of [new TypeError("cannot read a document"), new StoreUnavailableError("gone")]) {
    const throws = async () => {
      throw fault;
    };
    await expect(readPage({ limit: 5, cursor: "YWJj" }, throws)).rejects.toBe(fault);
  }
});
