import { afterAll, describe, expect, it } from "vitest";
import { startTestApp } from "../support/app.ts";
import { person } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: unknown;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

const test = startTestApp({ open: memoryStore() });
afterAll(() => test.close());
const document = (await test.call("GET", "/openapi.json", { token: null })).json;

const operations = Object.entries<Record<string, Operation>>(document.paths)
  .filter(([path]) => path.startsWith("/api/"))
  .flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  );
const withBody = operations.flatMap(({ name, operation }) => {
  const schema = operation.requestBody?.content["application/json"]?.schema;
  return schema ? [[name, schema] as const] : [];
});
const withQuery = operations
  .filter(({ operation }) => operation.parameters?.some((parameter) => parameter.in === "query"))
  .map(({ name }) => [name] as const);

/** The simulator says itself what it does not know in a script; the kinds of notices are a map, whose names are a list. */
const elsewhere = ["script", "kinds"];

describe("a field that is not known", () => {
  it.each(withBody)("is not described in the body of %s, however deep", (name, schema) => {
    const open = objectsIn(schema).filter(([place]) => !elsewhere.includes(place));
    expect(open.filter(([, found]) => found.additionalProperties !== false).map(([place]) => place)).toEqual([]);
    expect([name, open.length]).not.toEqual([name, 0]);
  });

  it.each(withBody)("is refused and named in the body of %s", async (name) => {
    const answer = await call(name, "", { body: { surprise: 1 } });
    expect([answer.status, answer.json.code]).toEqual([422, "invalid"]);
    expect(answer.json.errors).toContainEqual({
      path: "body.surprise",
      message: expect.stringMatching(/^is not a field here; (there are|did you mean) \w/),
    });
  });

  it.each(withQuery)("is refused and named in the query of %s", async (name) => {
    const answer = await call(name, "?surprise=1", name.startsWith("GET") ? {} : { body: {} });
    expect([answer.status, answer.json.code]).toEqual([422, "invalid"]);
    expect(answer.json.errors).toContainEqual({ path: "query.surprise", message: expect.any(String) });
  });
});

it.each([
  ["POST /api/v1/keys", { name: "typo", scopes: ["conversations:read"], agentid: "kim" }, "agentid", "agentId"],
  ["POST /api/v1/agents", { id: "tom", name: "Tom", teams: ["billing"] }, "teams", "teamIds"],
  ["POST /api/v1/agents", { id: "tom", name: "Tom", rol: "lead" }, "rol", "role"],
  ["POST /api/v1/agents/hanna/hand-over", { agentid: "zoe" }, "agentid", "agentId"],
  ["POST /api/v1/tasks", { title: "Call", dueat: "2030-01-01T00:00:00Z" }, "dueat", "dueAt"],
  ["POST /api/v1/tasks", { title: "Call", dueAt: "2030-01-01T00:00:00Z", owner: "zoe" }, "owner", "ownerId"],
])("%s with a slip of the hand says what was meant", async (name, body, given, meant) => {
  await test.engine.agents.add(person("hanna"));
  const { status, json } = await call(name, "", { body });
  expect(status).toBe(422);
  const message = `is not a field here; did you mean ${meant}?`;
  expect(json.errors).toEqual([{ path: `body.${given}`, message }]);
  expect(json.detail).toBe(`body.${given} ${message}`);
  expect((await test.call("GET", "/api/v1/keys")).json.items).toEqual([]);
  expect((await test.call("GET", "/api/v1/agents/tom")).status).toBe(404);
});

it("is told of a map whose names are a list", async () => {
  const body = { kinds: { surprise: { email: "off" } } };
  const { status, json } = await call("PUT /api/v1/agents/{id}/notification-preferences", "", { body });
  expect([status, json.errors[0].path]).toEqual([422, "body.kinds.surprise"]);
  expect(json.errors[0].message).toMatch(/^is not a field here/);
});

it("lists what there is where nothing is near, and says it of what lies deeper, too", async () => {
  const body = { destination: { type: "queue", id: "support", mood: 1 } };
  const { json } = await call("POST /api/v1/agents/hanna/hand-over", "", { body });
  expect(json.errors[0].path).toBe("body.destination.mood");
  const presence = await call("POST /api/v1/conversations/con_1/waiting", "", { body: { choice: "here", mood: 1 } });
  expect(presence.json.errors).toEqual([{ path: "body.mood", message: "is not a field here; there are choice" }]);
});

it("is not repeated where it is no name of ours", async () => {
  const { text, json } = await call("POST /api/v1/keys", "", { body: { "call me at 0170": 1 } });
  expect(json.errors).toContainEqual(expect.objectContaining({ path: "body.*" }));
  expect(text).not.toContain("0170");
});

function call(name: string, query: string, options: { readonly body?: unknown }) {
  const [method = "", path = ""] = name.split(" ");
  // Names of reports are a list of their own, and numbers of versions are numbers.
  const filled = path
    .replace("{name}", "overview")
    .replace("{number}", "1")
    .replaceAll(/\{\w+\}/g, "some-id");
  return test.call(method, filled + query, options);
}

/** Every object that may be written, with its place. */
function objectsIn(schema: Schema, place = ""): readonly (readonly [string, Schema])[] {
  if (schema.$ref !== undefined) {
    return objectsIn(document.components.schemas[schema.$ref.split("/").at(-1) ?? ""], place);
  }
  const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((part) => objectsIn(part, place));
  const items = schema.items ? objectsIn(schema.items, `${place}[]`) : [];
  const inside = Object.entries(schema.properties ?? {}).flatMap(([name, part]) =>
    objectsIn(part, place === "" ? name : `${place}.${name}`),
  );
  return [...(schema.properties ? [[place, schema] as const] : []), ...parts, ...items, ...inside];
}
