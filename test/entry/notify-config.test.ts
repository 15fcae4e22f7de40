import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/entry/config.ts";
import { buildNotifying } from "../../src/entry/registry.ts";
import { readEdgeConfig } from "../../src/entry/worker/read-edge-config.ts";

const mail = {
  NOTIFY_SMTP_URL: "smtps://user:password@mail.shop.example",
  NOTIFY_EMAIL_FROM: "Shop <support@shop.example>",
};
const slack = { NOTIFY_SLACK_WEBHOOK_URL: "https://hooks.slack.com/services/T0/B0/x" };

const noCalls = () => Promise.reject(new Error("Nobody is called."));
const tools = { fetch: noCalls, publicFetch: noCalls, clock: { now: () => 0 }, secret: "s".repeat(32) };

function methodsOf(environment: Record<string, string>) {
  const read = readConfig(environment);
  if (read.status === "invalid") throw new Error(read.problems.map(({ problem }) => problem).join(" "));
  const capabilities = { reachesPeople: true, reachesEndpoints: false, places: [] };
  const openEmail = () => ({ method: "email", capabilities, deliver: noCalls }) as const;
  const clock = { ...tools.clock, sleep: noCalls };
  return [...buildNotifying(read.config, { ...tools, clock, openEmail }).notifiers.keys()];
}

describe("how people are told", () => {
  it("is in the product and to webhook endpoints, until more is configured", () => {
    expect(methodsOf({})).toEqual(["webhook"]);
    expect(methodsOf({ ...mail, ...slack })).toEqual(["webhook", "slack", "email"]);
  });

  it("shows nothing a customer wrote unless the operator says so", () => {
    const shows = (value?: string) => {
      const read = readConfig(value === undefined ? {} : { BATON_NOTIFY_EXCERPT: value });
      return read.status === "configured"
        ? read.config.notify.showsExcerpt
        : read.problems.map(({ variable }) => variable);
    };
    expect([shows(), shows("false"), shows("true"), shows("maybe")]).toEqual([
      false,
      false,
      true,
      ["BATON_NOTIFY_EXCERPT"],
    ]);
  });

  it("is told with every other mistake at once", () => {
    const read = readConfig({
      PORT: "x",
      NOTIFY_SMTP_URL: "mail",
      NOTIFY_SLACK_TOKEN: "x",
      NOTIFY_PRIVATE_HOSTS: "http://x",
    });
    const variables = read.status === "invalid" ? read.problems.map(({ variable }) => variable) : [];
    const wrong = ["PORT", "NOTIFY_SMTP_URL", "NOTIFY_EMAIL_FROM", "NOTIFY_SLACK_TOKEN", "NOTIFY_PRIVATE_HOSTS"];
    expect(variables).toEqual(wrong);
  });

  it("is not by e-mail at the edge, which says so at the start", () => {
    const refused = readEdgeConfig({ ...mail, WORKSPACES: {} });
    expect(refused).toMatchObject({ status: "invalid", problems: [{ variable: "NOTIFY_SMTP_URL" }] });
    expect(JSON.stringify(refused)).toMatch(/no SMTP/);
    expect(JSON.stringify(refused)).not.toContain("password");
    expect(readEdgeConfig(slack).status).toBe("configured");
  });
});
