import { describe, expect, it } from "vitest";
import { checkArchitecture } from "../scripts/checks/architecture/check-architecture.ts";
import { describeViolation, type RuleName } from "../scripts/checks/architecture/violation.ts";
import { projectRoot } from "../scripts/checks/environment.ts";
import { readTree, treeOf } from "../scripts/checks/source-tree.ts";

describe("the source tree", () => {
  const tree = readTree(projectRoot, ["src/**/*.{ts,tsx}", "adapters/**/*.{ts,tsx}"]);

  it("is read", () => {
    expect(tree.has("src/ports/store.ts")).toBe(true);
  });

  it("keeps the one-way rule, has no cycle, a pure core and an edge without Node", () => {
    expect(checkArchitecture(tree).map(describeViolation)).toEqual([]);
  });
});

describe("the rules", () => {
  const worker = { "src/entry/worker.ts": "export {};" };
  const rulesBrokenBy = (files: Record<string, string>): RuleName[] =>
    checkArchitecture(treeOf({ ...worker, ...files })).map((violation) => violation.rule);

  const allowed: Record<string, Record<string, string>> = {
    "ports → core": { "src/ports/a.ts": `import { b } from "../core/b.ts";` },
    "engine → ports": { "src/engine/a.ts": `export * from "../ports/b.ts";` },
    "http → engine, protocol": {
      "src/http/a.ts": `import { b } from "../engine/b.ts"; import { c } from "../protocol/c.ts";`,
    },
    "entry → adapters": { "src/entry/registry.ts": `import { b } from "../../adapters/bots/b/index.ts";` },
    "web → protocol": { "src/web/widget/a.tsx": `import { b } from "../../protocol/b.ts"; import "preact";` },
    "adapter → types of the core": { "adapters/bots/a/index.ts": `import type { B } from "../../../src/core/b.ts";` },
    "adapter → values of core/search": {
      "adapters/stores/a/index.ts": `import { b } from "../../../src/core/search/b.ts";`,
    },
    "adapter → its own folder and the kit": {
      "adapters/bots/a/index.ts": `import { b } from "./b.ts"; import { c } from "../../kit/c.ts";`,
    },
    "core → liquidjs": { "src/core/a.ts": `import { Liquid } from "liquidjs";` },
    "a cycle of types": {
      "src/core/a.ts": `import type { B } from "./b.ts";`,
      "src/core/b.ts": `import type { A } from "./a.ts";`,
    },
    "dates and names that are data": {
      "src/core/a.ts": `new Date(0).getUTCDay(); Date.UTC(2026, 1); const event = { process: 1, console: 2 }; event.console;
        interface Call { fetch: string; performance(): void }`,
    },
    "Node where it is declared": {
      "src/entry/node.ts": `import "node:http";`,
      "adapters/stores/sqlite/node.ts": `import { DatabaseSync } from "node:sqlite";`,
      "adapters/stores/redis/index.ts": `import { createClient } from "redis";`,
    },
    "Node in what the Worker knows by type only": {
      "src/entry/worker.ts": `import type { A } from "./node.ts";`,
      "src/entry/node.ts": `import "node:http"; export type A = 1;`,
    },
    "imports in comments and strings": {
      "src/core/a.ts": `// import "../engine/b.ts";\nexport const text = 'import x from "../engine/b.ts"';`,
    },
  };

  const forbidden: [what: string, rules: RuleName | RuleName[], files: Record<string, string>][] = [
    ["core → ports", "direction", { "src/core/a.ts": `import type { B } from "../ports/b.ts";` }],
    ["ports → engine", "direction", { "src/ports/a.ts": `export * from "../engine/b.ts";` }],
    ["engine → http", "direction", { "src/engine/a.ts": `await import("../http/b.ts");` }],
    ["engine → adapters", "direction", { "src/engine/a.ts": `import "../../adapters/bots/b/index.ts";` }],
    ["http → entry", "direction", { "src/http/a.ts": `type B = import("../entry/b.ts").B;` }],
    ["http → adapters", "direction", { "src/http/a.ts": `import type { B } from "../../adapters/bots/b/index.ts";` }],
    ["protocol → core", "direction", { "src/protocol/a.ts": `import type { B } from "../core/b.ts";` }],
    ["web → core", "direction", { "src/web/console/a.tsx": `export { b } from "../../core/b.ts";` }],
    [
      "adapter → engine",
      "direction",
      { "adapters/bots/a/index.ts": `import type { B } from "../../../src/engine/b.ts";` },
    ],
    ["adapter → values of the core", "direction", { "adapters/bots/a/index.ts": `import "../../../src/core/b.ts";` }],
    ["adapter → another adapter", "direction", { "adapters/bots/a/index.ts": `import { b } from "../b/index.ts";` }],
    ["kit → an adapter", "direction", { "adapters/kit/a.ts": `import type { B } from "../bots/b/index.ts";` }],
    ["src → tests", "direction", { "src/engine/a.ts": `import { b } from "../../test/support/b.ts";` }],
    ["a file outside every part", "direction", { "src/a.ts": `import "./core/b.ts";` }],
    ["core → a package", "packages", { "src/core/a.ts": `import * as z from "zod";` }],
    ["core → node:", ["packages", "node-only"], { "src/core/a.ts": `import { readFile } from "node:fs";` }],
    ["protocol → a package", "packages", { "src/protocol/a.ts": `import { Hono } from "hono";` }],
    ["ports → a package", "packages", { "src/ports/a.ts": `import type { Hono } from "hono";` }],
    ["a computed import", "computed-import", { "src/engine/a.ts": `await import(name);` }],
    ["zod by name", "zod-import", { "src/protocol/a.ts": `import { z } from "zod";` }],
    ["a file that does not parse", "parses", { "src/core/a.ts": `export const = ;` }],
    [
      "a cycle over three files",
      "cycle",
      {
        "src/core/a.ts": `import "./b.ts";`,
        "src/core/b.ts": `export * from "./c.ts";`,
        "src/core/c.ts": `await import("./a.ts");`,
      },
    ],
    ["a file that imports itself", "cycle", { "src/core/a.ts": `import "./a.ts";` }],
    ["node: in the engine", "node-only", { "src/engine/a.ts": `import { randomUUID } from "node:crypto";` }],
    [
      "node: as a type",
      "node-only",
      { "adapters/stores/sqlite/b.ts": `import type { DatabaseSync } from "node:sqlite";` },
    ],
    ["a Node-only package", "node-only", { "src/http/a.ts": `import { serve } from "@hono/node-server";` }],
    [
      "the Worker reaching node: over two files",
      "worker-reach",
      {
        "src/entry/worker.ts": `import "./registry.ts";`,
        "src/entry/registry.ts": `export * from "./files.ts";`,
        "src/entry/files.ts": `import "node:fs";`,
      },
    ],
    [
      "the Worker reaching a declared file by a late import",
      "worker-reach",
      {
        "src/entry/worker.ts": `await import("../../adapters/stores/redis/index.ts");`,
        "adapters/stores/redis/index.ts": `export {};`,
      },
    ],
  ];

  const impure = [
    ...["Date.now()", "new Date()", "Date()", "performance.now()", "Math.random()", "crypto.randomUUID()"],
    ...["fetch('https://example.org')", "setTimeout(() => {}, 1)", "setInterval(() => {}, 1)", "process.env.HOME"],
    ...["console.log(1)", "globalThis.fetch", "new Date(2026, 1)", "new Date(0).getHours()", "call({ fetch })"],
  ];

  it.each(Object.entries(allowed))("allow %s", (_what, files) => {
    expect(rulesBrokenBy(files)).toEqual([]);
  });

  it.each(forbidden)("forbid %s", (_what, rules, files) => {
    expect(rulesBrokenBy(files)).toEqual([rules].flat());
  });

  it.each(impure)("forbid `%s` in the core, and only there", (code) => {
    expect(rulesBrokenBy({ "src/core/a.ts": code })).toContain("core-purity");
    expect(rulesBrokenBy({ "src/engine/a.ts": code })).toEqual([]);
  });

  it("demand that the Worker's entry exists", () => {
    expect(checkArchitecture(treeOf({})).map((violation) => violation.rule)).toEqual(["worker-reach"]);
  });

  it("say where it is, what is wrong and what is allowed", () => {
    const files = { ...worker, "src/ports/a.ts": `\nimport "../engine/b.ts";` };
    expect(checkArchitecture(treeOf(files)).map(describeViolation)).toEqual([
      "[direction] src/ports/a.ts:2 imports src/engine/b.ts: ports may import core, ports.",
    ]);
  });
});
