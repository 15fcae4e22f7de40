import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../scripts/checks/environment.ts";
import { checkAdapters } from "../scripts/checks/shape/check-adapters.ts";
import { checkLength } from "../scripts/checks/shape/check-length.ts";
import { checkNames } from "../scripts/checks/shape/check-names.ts";
import { checkPorts } from "../scripts/checks/shape/check-ports.ts";
import { readTree, treeOf } from "../scripts/checks/source-tree.ts";

describe("the project", () => {
  const code = readTree(projectRoot, ["src/**/*.{ts,tsx}", "adapters/**/*.{ts,tsx}"]);

  it("has whole adapters: files, factory, contract, documentation", () => {
    const patterns = ["adapters/**/*.{ts,md}", "test/adapters/**/*.ts", "docs/*.md", "README.md"];
    expect(checkAdapters(readTree(projectRoot, patterns))).toEqual([]);
  });

  it("has small files", () => {
    expect(code.size).toBeGreaterThan(0);
    expect(checkLength(code)).toEqual([]);
  });

  it("has names that say what is inside", () => {
    const listing = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
      cwd: projectRoot,
      encoding: "utf8",
    });
    const paths = listing.split("\0").filter((path) => path !== "");
    expect(paths).toContain("package.json");
    expect(checkNames(paths)).toEqual([]);
  });

  it("has small ports", () => {
    expect(checkPorts(code)).toEqual([]);
  });
});

describe("the adapters' shape", () => {
  const whole: Record<string, string> = {
    "README.md": "",
    "docs/adding-a-channel.md": "See `post`.",
    "docs/adding-a-bot.md": "`echo` is the smallest, `digest` the one that summarises.",
    "docs/adding-a-store.md": "Copy adapters/stores/shelf.",
    "docs/notifications.md": "See `horn`.",
    "docs/people.md": "See `crm`.",
    "docs/case-handoff.md": "`ledger` is a small one.",
    ...Object.fromEntries(
      ["client", "config", "parse", "render", "verify"].map((name) => [`adapters/channels/post/${name}.ts`, ""]),
    ),
    "adapters/channels/post/QUIRKS.md": "",
    "adapters/channels/post/index.ts": `
      export { type PostConfig, readPostConfig } from "./config.ts";
      export function postChannel() {}`,
    "adapters/bots/echo/QUIRKS.md": "",
    "adapters/bots/echo/config.ts": "",
    "adapters/bots/echo/index.ts": `export interface EchoConfig {} export const echoBot = () => ({});`,
    "adapters/stores/shelf/index.ts": `export { shelfStore } from "./open.ts";`,
    ...Object.fromEntries(["client", "config", "render"].map((name) => [`adapters/notifiers/horn/${name}.ts`, ""])),
    ...Object.fromEntries(
      ["client", "config", "parse", "render"].map((name) => [`adapters/lookups/crm/${name}.ts`, ""]),
    ),
    "adapters/lookups/crm/QUIRKS.md": "",
    "adapters/lookups/crm/index.ts": `export const crmLookup = () => ({});`,
    "adapters/notifiers/horn/QUIRKS.md": "",
    "adapters/notifiers/horn/index.ts": `export const hornNotifier = () => ({});`,
    ...Object.fromEntries(
      ["client", "config", "parse", "render"].map((name) => [`adapters/modules/ledger/${name}.ts`, ""]),
    ),
    "adapters/modules/ledger/QUIRKS.md": "",
    "adapters/modules/ledger/index.ts": `export const ledgerModule = () => ({});`,
    "adapters/summarizers/digest/QUIRKS.md": "",
    "adapters/summarizers/digest/config.ts": "",
    "adapters/summarizers/digest/index.ts": `export const digestSummarizer = () => ({});`,
    "test/adapters/channels/post/post.test.ts": `import { channelContract } from "../../../contracts/channel.ts";`,
    "test/adapters/bots/echo/echo.test.ts": `import { botContract } from "../../../contracts/bot.ts";`,
    "test/adapters/stores/shelf/shelf.test.ts": `import { storeContract } from "../../../contracts/store.ts";`,
    "test/adapters/lookups/crm/crm.test.ts": `import { lookupContract } from "../../../contracts/customer-lookup.ts";`,
    "test/adapters/notifiers/horn/horn.test.ts": `import { notifierContract } from "../../../contracts/notifier.ts";`,
    "test/adapters/modules/ledger/ledger.test.ts": `import { caseModuleContract } from "../../../contracts/case-module.ts";`,
    "test/adapters/summarizers/digest/digest.test.ts": `import { summarizerContract } from "../../../contracts/summarizer.ts";`,
  };
  const problemsWith = (files: Record<string, string | null>): string[] => {
    const entries = Object.entries({ ...whole, ...files });
    return checkAdapters(
      treeOf(Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== null))),
    );
  };

  it("is fine when it is whole", () => {
    expect(problemsWith({})).toEqual([]);
  });

  it.each([
    ["a missing file", { "adapters/channels/post/verify.ts": null }, "adapters/channels/post/verify.ts is missing."],
    ["no index", { "adapters/bots/echo/index.ts": null }, "adapters/bots/echo/index.ts is missing."],
    [
      "a second factory",
      { "adapters/bots/echo/index.ts": "export const echoBot = 1; export const loudBot = 2;" },
      "adapters/bots/echo/index.ts exports 2 factories (echoBot, loudBot); it should be one.",
    ],
    [
      "no factory",
      { "adapters/bots/echo/index.ts": "export type Echo = 1;" },
      "adapters/bots/echo/index.ts exports 0 factories (); it should be one.",
    ],
    [
      "a factory with a name of another kind",
      { "adapters/bots/echo/index.ts": "export default function () {}" },
      "adapters/bots/echo/index.ts: the factory without a name should be named …Bot.",
    ],
    [
      "two values of the config",
      {
        "adapters/bots/echo/index.ts": `export { readEchoConfig, limit } from "./config.ts"; export function echoBot() {}`,
      },
      "adapters/bots/echo/index.ts passes on 2 values of ./config.ts; at most one belongs here.",
    ],
    [
      "a test that does not call the contract",
      { "test/adapters/stores/shelf/shelf.test.ts": `import type { Case } from "../../../contracts/store.ts";` },
      "test/adapters/stores/shelf/: no test here calls test/contracts/store.ts.",
    ],
    [
      "no mention",
      { "docs/adding-a-channel.md": "post" },
      "adapters/channels/post: mention it in docs/adding-a-channel.md or in README.md (`post` or its folder).",
    ],
    [
      "an unknown kind",
      { "adapters/pigeons/homing/index.ts": "" },
      "adapters/pigeons/: describe this kind in scripts/checks/shape/adapter-kinds.ts.",
    ],
  ])("is refused with %s", (_what, files: Record<string, string | null>, problem) => {
    expect(problemsWith(files)).toContain(problem);
  });

  it("is refused when a kind has no adapter at all", () => {
    expect(checkAdapters(treeOf({}))).toContain("adapters/channels/ has no adapter.");
  });
});

describe("names", () => {
  it.each(["src/core/parse-status.ts", "LICENSE", ".ci/run", "adapters/bots/claude/QUIRKS.md", "test/a.test.ts"])(
    "allow %s",
    (path) => {
      expect(checkNames([path])).toEqual([]);
    },
  );

  it.each([
    ...["src/core/parseStatus.ts", "src/Core/a.ts", "src/core/a_b.ts", "src/utils.ts", "adapters/bots/a/types.ts"],
    ...["test/support/helpers.ts", "src/core/a.test.ts", "test/a.spec.ts", "scripts/a.test.ts"],
  ])("refuse %s", (path) => {
    expect(checkNames([path])).toHaveLength(1);
  });
});

describe("length", () => {
  it("is 300 lines at most", () => {
    const lines = (count: number) => treeOf({ "src/core/a.ts": "1;\n".repeat(count) });
    expect(checkLength(lines(300))).toEqual([]);
    expect(checkLength(lines(301))).toEqual(["src/core/a.ts has 301 lines; at 300 it holds more than one idea."]);
  });
});

describe("ports", () => {
  const ports = ["Bot", "Channel", "Clock", "Ids", "Logger", "Store"];
  const treeWith = (source: string) =>
    treeOf({
      ...Object.fromEntries(ports.map((name) => [`src/ports/${name.toLowerCase()}.ts`, `export interface ${name} {}`])),
      "src/ports/clock.ts": source,
    });
  const members = (count: number) => Array.from({ length: count }, (_, index) => `m${index}(): void;`).join(" ");

  it("have up to eight members, and other interfaces as many as they like", () => {
    const source = `export interface Clock { ${members(8)} } export interface Options { ${members(9)} x?: 1 }`;
    expect(checkPorts(treeWith(source))).toEqual([]);
  });

  it.each([
    ["nine members", `export interface Clock { ${members(9)} }`],
    ["an optional method", "export interface Clock { now?(): number }"],
    ["an optional property", "export interface Clock { readonly zone?: string }"],
    ["a parent", "export interface Clock extends Zone { now(): number }"],
    ["no interface of its name", "export interface Watch { now(): number }"],
  ])("are refused with %s", (_what, source) => {
    expect(checkPorts(treeWith(source))).toHaveLength(1);
  });
});
