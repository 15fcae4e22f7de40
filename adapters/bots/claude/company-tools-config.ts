/** The company's own tools as the operator writes them down: what they are for, what they take, where they are. */
import * as z from "zod";
import { areAllUnset, type Environment, type Read, readSecrets } from "../../kit/config-result.ts";
import { optionalJson } from "../../kit/optional-setting.ts";
import type { WebhookSecret } from "../../kit/webhook-secret.ts";
import { describeAnswerName } from "./tools/describe-answer.ts";
import { proposeHandoffName } from "./tools/propose-handoff.ts";
import { searchKnowledgeName } from "./tools/search-knowledge.ts";

export interface CompanyTool {
  readonly name: string;
  /** Tells the model when to use it. */
  readonly description: string;
  /** JSON Schema of an object. What the model gives is held against it before anybody is called. */
  readonly input: JsonSchema;
  /** From the operator, so it may be a private host. */
  readonly url: string;
}

export type JsonSchema = { readonly type: "object" } & Readonly<Record<string, unknown>>;

const ownNames = [searchKnowledgeName, proposeHandoffName, describeAnswerName];

const companyTool = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,63}$/)
    .refine((name) => !ownNames.includes(name), "is the name of one of our own tools"),
  description: z.string().min(1).max(4_000),
  input: z
    .looseObject({ type: z.literal("object") })
    .refine(isUnderstood, "is a JSON Schema we cannot check input against"),
  url: z.string().refine(isCallable, "must begin with https:// or http:// and hold no password"),
});

const companyTools = z
  .array(companyTool)
  .max(32)
  .refine((tools) => new Set(tools.map(({ name }) => name)).size === tools.length, "must have different names");

/** From BOT_CLAUDE_TOOLS, a list in JSON, and BOT_CLAUDE_TOOLS_SECRET. */
export function readCompanyTools(
  environment: Environment,
): Read<{ readonly tools: readonly CompanyTool[]; readonly secrets: readonly WebhookSecret[] }> {
  if (areAllUnset(environment, ["BOT_CLAUDE_TOOLS"])) return { status: "read", value: { tools: [], secrets: [] } };
  const tools = optionalJson(environment, "BOT_CLAUDE_TOOLS", companyTools);
  const secrets = readSecrets(environment, "BOT_CLAUDE_TOOLS_SECRET");
  if (tools.status === "problem") return tools;
  if (secrets.status === "problem") return secrets;
  return { status: "read", value: { tools: tools.value ?? [], secrets: secrets.value } };
}

export function inputSchemaOf(input: JsonSchema): z.ZodType {
  return z.fromJSONSchema(input as Parameters<typeof z.fromJSONSchema>[0]);
}

function isUnderstood(input: JsonSchema): boolean {
  try {
    inputSchemaOf(input);
    return true;
  } catch {
    return false;
  }
}

function isCallable(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.username !== "" || url.password !== "") return false;
  return url.protocol === "https:" || url.protocol === "http:";
}
