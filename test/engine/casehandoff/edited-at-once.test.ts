import { expect, test } from "vitest";
import { openOffice, staff, to } from "./office.ts";

test("two leads who edit a draft at the same moment each find what they changed in it", async () => {
  const office = await openOffice([staff("lea"), staff("kim")]);
  const { id } = await office.draft("lea", to("kim"));
  const seen = { by: "key:lead", revision: null };
  const { edit } = office.engine.caseHandoffs;
  await Promise.all([edit(id, { whenFull: "skip" }, seen), edit(id, { tellsCustomers: true }, seen)]);
  expect((await office.now(id)).choices).toMatchObject({ whenFull: "skip", tellsCustomers: true });
});

test("of two who edit what they have both seen, the second is told that it is another one by now", async () => {
  const office = await openOffice([staff("lea"), staff("kim")]);
  const { id, revision } = await office.draft("lea", to("kim"));
  const seen = { by: "key:lead", revision };
  const { edit } = office.engine.caseHandoffs;
  const edited = await Promise.all([edit(id, { whenFull: "skip" }, seen), edit(id, { tellsCustomers: true }, seen)]);
  expect(edited.map(({ status }) => status).toSorted()).toEqual(["changed", "stale"]);
});
