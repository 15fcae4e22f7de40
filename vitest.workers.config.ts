import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { outsideWorld } from "./test/workerd/outside-world.ts";

/** Inside workerd, with Durable Objects of the test's own. */
function workerd(folder: string) {
  const wrangler = { configPath: `${folder}/wrangler.toml` };
  return cloudflareTest({ wrangler, miniflare: { outboundService: outsideWorld() } });
}

const timeouts = { testTimeout: 20_000, hookTimeout: 30_000 };

// Two Workers: an empty one, into whose storage the tests reach, and the one that is deployed, which takes long to load.
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [workerd("./test/workerd")],
        test: { ...timeouts, name: "stores", include: ["test/workerd/*.test.ts"] },
      },
      {
        plugins: [workerd("./test/workerd/edge")],
        test: { ...timeouts, name: "edge", include: ["test/workerd/edge/*.test.ts"] },
      },
    ],
  },
});
