import { defineConfig } from "vitest/config";

// Two projects, because end-to-end tests start servers and browsers: they run after the others, one file at a time.
// What runs inside workerd has a configuration of its own, vitest.workers.config.ts.
export default defineConfig({
  test: {
    // The machine's own count less one leaves half of a small machine idle.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/e2e/**", "test/workerd/**"],
          testTimeout: 60_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
