import { afterAll, describe, expect, it } from "vitest";
import { problems } from "../../src/http/problem-catalog.ts";
import { noticeKinds } from "../../src/protocol/notice-kinds.ts";
import { startTestApp } from "../support/app.ts";
import { memoryStore } from "../support/memory-store.ts";

const test = startTestApp({ open: memoryStore() });
afterAll(() => test.close());

interface Operation {
  readonly summary?: string;
  readonly security?: readonly Record<string, readonly string[]>[];
  readonly responses: Record<string, unknown>;
}

async function openApi() {
  const { json } = await test.call("GET", "/openapi.json", { token: null });
  return json;
}

describe("the OpenAPI document", () => {
  it("has every route, with the scope it needs and the problem it answers with", async () => {
    const document = await openApi();
    expect(document.openapi).toBe("3.1.0");
    const described = Object.entries<Record<string, Operation>>(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => {
        const name = `${method.toUpperCase()} ${path.replaceAll(/\{(.+?)\}/g, ":$1")}`;
        expect([name, operation.summary, Object.keys(operation.responses)]).toEqual([
          name,
          expect.stringMatching(/\w/),
          ["200", "default"],
        ]);
        const access = test.app.declared.get(name);
        const scope = operation.security?.[0]?.key?.[0];
        expect([name, scope ?? "open"]).toEqual([name, access === "public" || access === "signed" ? "open" : access]);
        return name;
      }),
    );
    const declared = [...test.app.declared.keys()].filter((name) => !/\/(docs|openapi\.json)$/.test(name));
    expect(described.sort()).toEqual(declared.sort());
  });

  it("says what is posted to the company's own systems: every kind of notice, the test, and a channel's messages", async () => {
    const { webhooks, components } = await openApi();
    expect(Object.keys(webhooks).sort()).toEqual([...noticeKinds, "test", "message"].sort());
    const schemaOf = (name: string) => webhooks[name].post.requestBody.content["application/json"].schema;
    for (const kind of [...noticeKinds, "test"]) {
      expect(webhooks[kind].post.summary).toMatch(/\w/);
      expect(JSON.stringify(schemaOf(kind))).toContain('"$ref":"#/components/schemas/WebhookNotice"');
      expect(JSON.stringify(schemaOf(kind))).toContain(JSON.stringify(kind));
    }
    expect(components.schemas.WebhookNotice.properties.type.enum).toEqual([...noticeKinds, "test"]);
    expect(schemaOf("message")).toEqual({ $ref: "#/components/schemas/ChannelReply" });
    expect(Object.keys(components.schemas.ChannelReply.properties.data.properties)).toContain("conversationId");
    const headers = webhooks.message.post.parameters.map(({ name }: { name: string }) => name);
    expect(headers).toEqual(["webhook-id", "webhook-timestamp", "webhook-signature"]);
  });

  it("points at nothing that is not in it", async () => {
    const document = await openApi();
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
    expect(references.length).toBeGreaterThan(10);
    for (const [, name] of references) expect(Object.keys(document.components.schemas)).toContain(name);
  });
});

describe("the page", () => {
  it("holds every operation, schema and problem, and loads and runs nothing", async () => {
    const page = await test.call("GET", "/docs", { token: null });
    expect(page.status).toBe(200);
    const document = await openApi();
    for (const path of Object.keys(document.paths)) expect(page.text).toContain(path);
    for (const name of Object.keys(document.webhooks)) expect(page.text).toContain(`POST ${name}<`);
    for (const name of Object.keys(document.components.schemas)) expect(page.text).toContain(`id="schema-${name}"`);
    for (const code of Object.keys(problems)) expect(page.text).toContain(`id="problem-${code}"`);
    expect(page.text).not.toMatch(/<script|\ssrc=|\son\w+=|\sstyle=|https?:\/\//i);
    const links = [...page.text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    for (const id of links) expect(page.text).toContain(`id="${id}"`);
  });

  it("is sent with headers that let its own style in and nothing else", async () => {
    const { headers, text } = await test.call("GET", "/docs", { token: null });
    const style = /<style>(.*?)<\/style>/s.exec(text)?.[1] ?? "";
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style));
    const policy = headers.get("content-security-policy");
    expect(policy).toContain(`style-src 'sha256-${Buffer.from(digest).toString("base64")}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
  });
});

it("says whole number of what is one in an address", async () => {
  const document = await openApi();
  const parameters = document.paths["/api/v1/conversations/{id}/messages"].get.parameters;
  const limit = parameters.find((parameter: { name: string }) => parameter.name === "limit");
  expect(limit.schema).toEqual({ type: "integer", minimum: 1, maximum: 200, default: 100 });
});
