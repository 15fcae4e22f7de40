import { describe, expect, it } from "vitest";
import { type Config, readConfig } from "../../src/entry/config.ts";

const secret = "s".repeat(32);
const webhookSecret = `whsec_${btoa("k".repeat(32))}`;

function configured(environment: Record<string, string>): Config {
  const read = readConfig(environment);
  if (read.status === "invalid") throw new Error(read.problems.map(({ problem }) => problem).join(" "));
  return read.config;
}

function problemsOf(environment: Record<string, string>): string[] {
  const read = readConfig(environment);
  return read.status === "invalid" ? read.problems.map(({ problem }) => problem) : [];
}

describe("settings", () => {
  it("need nothing at all", () => {
    expect(configured({})).toMatchObject({
      workspaceId: "main",
      port: 8787,
      host: "127.0.0.1",
      dataDir: "./data",
      secret: null,
      redis: null,
      apiChannel: null,
      webhookBot: null,
      demo: "auto",
      logLevel: "info",
    });
  });

  it("take an empty variable for one that is not set", () => {
    expect(configured({ PORT: "", BATON_ADMIN_TOKEN: " ", REDIS_URL: "" })).toMatchObject({ port: 8787, redis: null });
  });

  it("name every problem at once, each with its variable", () => {
    const problems = problemsOf({
      PORT: "80 80",
      BATON_WORKSPACE: "My Shop",
      BATON_ADMIN_TOKEN: "short",
      BATON_PUBLIC_URL: "shop.example",
      REDIS_URL: "http://redis",
      BATON_REDIS_DURABLE: "perhaps",
      LOG_LEVEL: "loud",
      BATON_QUIET_MS: "-1",
      BATON_LEASE_MS: "5",
      BATON_DEMO: "maybe",
      API_SECRET: webhookSecret,
      BOT_WEBHOOK_URL: "https://bot.example",
    });
    const variables = problems.map((problem) => problem.split(" ")[0]);
    expect(new Set(variables)).toEqual(
      new Set([
        ...["PORT", "BATON_WORKSPACE", "BATON_ADMIN_TOKEN", "BATON_PUBLIC_URL", "REDIS_URL", "BATON_REDIS_DURABLE"],
        ...["LOG_LEVEL", "BATON_QUIET_MS", "BATON_LEASE_MS", "BATON_DEMO", "API_REPLY_URL", "BOT_WEBHOOK_SECRET"],
      ]),
    );
  });

  it("never show a value in a problem: it may be a secret (I15)", () => {
    const value = "hunter2";
    const names = ["PORT", "BATON_ADMIN_TOKEN", "BATON_SECRET", "REDIS_URL", "API_SECRET", "BOT_WEBHOOK_SECRET"];
    const problems = problemsOf(Object.fromEntries(names.map((name) => [name, value])));
    expect(problems.length).toBeGreaterThanOrEqual(names.length);
    expect(problems.join(" ")).not.toContain(value);
  });

  it("want one secret for all processes on Redis (I13)", () => {
    expect(problemsOf({ REDIS_URL: "redis://localhost" })).toEqual([
      expect.stringContaining("BATON_SECRET is missing"),
    ]);
    const { redis } = configured({ REDIS_URL: "redis://localhost", BATON_SECRET: secret, BATON_REDIS_DURABLE: "yes" });
    expect(redis).toEqual({ url: "redis://localhost", isDeclaredDurable: true });
  });

  it("give the API channel its workspace", () => {
    const { apiChannel } = configured({
      BATON_WORKSPACE: "shop",
      API_SECRET: webhookSecret,
      API_REPLY_URL: "https://shop.example/replies",
    });
    expect(apiChannel).toMatchObject({ id: "shop.api", replyUrl: "https://shop.example/replies" });
  });
});
