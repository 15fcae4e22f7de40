import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { pagePath, withTables } from "../../../scripts/write-message-tables.ts";
import { checkTemplate } from "../../../src/core/messages/check-template.ts";
import { allowedFilters, maxSourceLength } from "../../../src/core/messages/liquid.ts";
import { moments } from "../../../src/core/messages/moment.ts";
import { variables } from "../../../src/core/messages/variables.ts";

const page = readFileSync(pagePath, "utf8");

it("is up to date: if not, run `node scripts/write-message-tables.ts`", () => {
  expect(withTables(page)).toBe(page);
});

it("names every moment, variable and filter", () => {
  for (const name of [...moments, ...Object.keys(variables), ...allowedFilters]) expect(page).toContain(`\`${name}\``);
  expect(page).toContain(maxSourceLength.toLocaleString("en"));
});

it("shows texts that can be published", () => {
  const example = /```json\n(.*?)```/s.exec(page)?.[1] ?? "";
  const { moment, byLocale } = JSON.parse(example) as { moment: "human.joined"; byLocale: Record<string, string> };
  const liquid = /```liquid\n(.*?)```/s.exec(page)?.[1] ?? "";
  for (const source of Object.values(byLocale)) expect(checkTemplate(source, moment)).toEqual([]);
  expect(checkTemplate(liquid, "handoff.confirmation")).toEqual([]);
});

it("is refused by the script without its marks", () => {
  expect(() => withTables("# A page")).toThrow("lacks its marks");
});
