import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../../../scripts/checks/environment.ts";
import { withoutWholeZod } from "../../../scripts/worker-bundle/without-whole-zod.ts";
import { bundleFiles } from "./bundle-for-test.ts";

describe("zod in the Worker bundle", () => {
  it("speaks English alone", async () => {
    const library = join(projectRoot, "node_modules/@hono/zod-openapi/dist/index.mjs");
    const entry = `import { OpenAPIHono } from ${JSON.stringify(library)};\nconsole.log(new OpenAPIHono());`;
    const { modules } = await bundleFiles({ "entry.ts": entry }, withoutWholeZod());
    expect(modules.flatMap((path) => /zod\/v4\/locales\/(.+)\.js$/.exec(path)?.[1] ?? [])).toEqual(["en"]);
  });
});
