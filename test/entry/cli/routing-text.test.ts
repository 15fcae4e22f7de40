import { expect, it } from "vitest";
import { describeRouting } from "../../../src/entry/cli/handling/routing-text.ts";
import type { RecordBody } from "../../../src/protocol/records.ts";

type Routing = Extract<RecordBody, { type: "routing" }>;

const routing: Routing = {
  ...{ type: "routing", conversationId: "con_1", seq: 4, at: "2026-11-21T22:00:00.000Z", epoch: 2 },
  ...{ actor: { type: "system" }, handoffId: "con_1.h3", destination: { type: "queue", id: "chat" } },
  ...{ lastAt: "2026-11-21T22:10:00.000Z", attempts: 3, outcome: { type: "nobody" }, by: "longest-idle", step: 0 },
  ...{ candidates: [], elsewhere: 0 },
};

it("says of everybody why they are not asked", () => {
  const candidates: Routing["candidates"] = [
    { agentId: "kim", excluded: "full" },
    { agentId: "lee", excluded: "declined" },
  ];
  expect(describeRouting({ ...routing, candidates, elsewhere: 2, omitted: 5 })).toBe(
    "nobody could be asked at 2026-11-21T22:10:00.000Z, 3 times: kim has no room, lee has declined it, 5 more, 2 elsewhere",
  );
});

it("says that it is for nobody, and what else became of it", () => {
  expect(describeRouting({ ...routing, attempts: 1 })).toBe(
    "nobody could be asked at 2026-11-21T22:10:00.000Z: there is nobody whom it is for",
  );
  expect(describeRouting({ ...routing, outcome: { type: "ask", agentIds: ["kim"] } })).toMatch(/^asked kim at /);
  expect(describeRouting({ ...routing, outcome: { type: "give", agentId: "kim" } })).toMatch(/^given to kim at /);
});
