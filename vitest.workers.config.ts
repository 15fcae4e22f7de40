import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

// Tests that run inside workerd, with a Durable Object of their own: see test/workerd/worker.ts.
export default defineConfig({
  plugins: [cloudflareTest({ wrangler: { configPath: "./test/workerd/wrangler.toml" } })],
  test: { include: ["test/workerd/**/*.test.ts"], testTimeout: 20_000, hookTimeout: 30_000 },
});
