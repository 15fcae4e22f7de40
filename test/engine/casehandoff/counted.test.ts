import { expect, test } from "vitest";
import { createMetrics } from "../../../src/engine/metrics.ts";
import { person } from "../../support/engine.ts";
import { openOffice } from "./office.ts";

test("every change of control of a case handoff counts, out and back, as it does for anybody", async () => {
  const metrics = createMetrics();
  const people = [person("lea", { capacity: 50 }), person("kim", { capacity: 50 })];
  const office = await openOffice(people, { metrics });
  const counted = () => Number(/^baton_control_changes_total\{to="human"\} (\d+)$/m.exec(metrics.render())?.[1] ?? 0);
  const ids = await office.give("lea", 30);
  const before = counted();
  expect(before).toBe(30);
  const { id } = await office.run("lea", {
    method: "one-person",
    target: { type: "employee", id: "kim" },
  });
  expect(await office.owners(ids)).toEqual(ids.map(() => "kim"));
  expect(counted() - before).toBe(30);
  await office.engine.caseHandoffs.undo(id, { by: "boss", isForced: false });
  await office.engine.settleAll();
  expect(await office.owners(ids)).toEqual(ids.map(() => "lea"));
  expect(counted() - before).toBe(60);
});
