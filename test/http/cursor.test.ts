import { expect, test } from "vitest";
import { readPage } from "../../src/http/cursor.ts";
import { RequestError } from "../../src/http/problem.ts";

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
    throw new Error("no such cursor");
  };
  await expect(readPage({ limit: 5, cursor: "YWJj" }, throws)).rejects.toMatchObject({ code: "invalid" });
  await expect(readPage({ limit: 5, cursor: "%%" }, async () => empty)).rejects.toMatchObject({ code: "invalid" });
});
