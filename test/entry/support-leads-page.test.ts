import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { rule } from "../../src/protocol/settings-rules.ts";

const page = await readFile(resolve(import.meta.dirname, "../../docs/for-support-leads.md"), "utf8");

it("shows a rule that can be published as it stands", () => {
  const [, yaml = ""] = /```yaml\n(# rules\/[\s\S]*?)```/.exec(page) ?? [];
  expect(rule.safeParse(parse(yaml))).toMatchObject({ success: true, data: { id: "gold-cancels" } });
});

const variants = z.array(z.object({ properties: z.record(z.string(), z.unknown()) }));

it("explains every condition and every field of an outcome", () => {
  const { definitions } = z
    .object({ definitions: z.record(z.string(), z.unknown()) })
    .parse(z.toJSONSchema(rule, { target: "draft-7" }));
  const { oneOf } = z.object({ oneOf: variants }).parse(definitions.RuleCondition);
  for (const { properties } of oneOf) {
    const { type, ...fields } = properties;
    const { const: name } = z.object({ const: z.string() }).parse(type);
    const row = page.split("\n").find((line) => line.startsWith(`| \`${name}\` `)) ?? `nothing on ${name}`;
    expect(
      Object.keys(fields).filter((field) => !row.includes(`\`${field}\``)),
      row,
    ).toEqual([]);
  }
  const handoff = rule.shape.then.options[0].shape;
  const unexplained = Object.keys(handoff).filter((field) => field !== "action" && !page.includes(`| \`${field}\` `));
  expect(unexplained).toEqual([]);
});
