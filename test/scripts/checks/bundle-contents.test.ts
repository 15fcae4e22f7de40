import { describe, expect, it } from "vitest";
import { findNodeOnly } from "../../../scripts/checks/bundle-contents.ts";

const bundleOf = (inputs: readonly string[], imports: readonly string[] = []) => ({
  inputs: Object.fromEntries(inputs.map((path) => [path, {}])),
  outputs: { "worker.js": { imports: imports.map((path) => ({ path })) } },
});

describe("the Worker bundle", () => {
  it("may hold our code, libraries for the Web and what the platform gives", () => {
    const inputs = ["src/entry/worker.ts", "node_modules/hono/dist/index.js", "node_modules/pino/browser.js"];
    expect(findNodeOnly(bundleOf(inputs, ["cloudflare:workers"]))).toEqual([]);
  });

  it.each([
    ["node_modules/@hono/node-server/dist/index.mjs", "holds @hono/node-server"],
    ["node_modules/better-sqlite3/lib/index.js", "holds better-sqlite3"],
    ["../node_modules/redis/node_modules/@redis/client/dist/index.js", "holds @redis/client"],
    ["node_modules/pino/pino.js", "holds the Node build of pino"],
  ])("may not hold %s", (path, problem) => {
    expect(findNodeOnly(bundleOf([path]))).toEqual([`${problem} (${path})`]);
  });

  it.each(["node:sqlite", "node:fs", "fs"])("may not import %s", (specifier) => {
    expect(findNodeOnly(bundleOf([], [specifier]))).toEqual([`imports ${specifier}`]);
  });
});
