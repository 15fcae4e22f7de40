import { type ModelConfig, readModelConfig } from "../../kit/anthropic/config.ts";
import type { ConfigResult, Environment, Read } from "../../kit/config-result.ts";
import { optionalText, optionalWholeNumber, problem } from "../../kit/optional-setting.ts";
import { readAll } from "../../kit/read-all.ts";
import type { WebhookSecret } from "../../kit/webhook-secret.ts";
import { type CompanyTool, readCompanyTools } from "./company-tools-config.ts";

export interface ClaudeBotConfig {
  readonly id: string;
  readonly model: ModelConfig;
  /** Whose customers it talks to; `null`: it says "this company". */
  readonly company: string | null;
  /** What the company wants said, done or left alone, in its own words; it joins the system prompt. */
  readonly guidance: string | null;
  /** Names of what customers may want. With them, every answer says which it was about. */
  readonly intents: readonly string[];
  /** The company's own tools, called over HTTP. */
  readonly companyTools: readonly CompanyTool[];
  /** Sign the calls of the company's tools; at least one where there are tools. */
  readonly toolSecrets: readonly WebhookSecret[];
  /** How often tools may be used before it must answer. Default 4. */
  readonly maxToolRounds?: number;
}

/** Thinking counts, too: an answer itself takes a tenth of it. */
const defaultMaxTokens = 8_192;
const intentName = /^[\p{L}\p{N}_.-][\p{L}\p{N}_. -]{0,59}$/u;
const maxIntents = 50;

/** ANTHROPIC_API_KEY switches it on; everything else may be left out. */
export function readClaudeBotConfig(environment: Environment, id = "claude"): ConfigResult<ClaudeBotConfig> {
  const maxTokens = optionalWholeNumber(environment, "BOT_CLAUDE_MAX_TOKENS", { min: 256, max: 64_000 });
  const model = readModelConfig(environment, { modelVariable: null, maxTokens });
  if (model.status === "absent") return model;
  const own = readAll({
    company: optionalText(environment, "BOT_CLAUDE_COMPANY", { maxLength: 200 }),
    guidance: optionalText(environment, "BOT_CLAUDE_GUIDANCE", { maxLength: 20_000 }),
    intents: readIntents(environment),
    companyTools: readCompanyTools(environment),
    maxToolRounds: optionalWholeNumber(environment, "BOT_CLAUDE_MAX_TOOL_ROUNDS", { min: 1, max: 16 }),
  });
  if (model.status === "invalid" || own.status === "invalid") {
    return { status: "invalid", problems: [model, own].flatMap((read) => ("problems" in read ? read.problems : [])) };
  }
  const { company, guidance, intents, companyTools, maxToolRounds } = own.value;
  const config = {
    id,
    model: { ...model.config, maxTokens: model.config.maxTokens ?? defaultMaxTokens },
    company,
    guidance,
    intents,
    companyTools: companyTools.tools,
    toolSecrets: companyTools.secrets,
    ...(maxToolRounds === null ? {} : { maxToolRounds }),
  };
  return { status: "configured", config };
}

function readIntents(environment: Environment): Read<readonly string[]> {
  const names = (environment.BOT_CLAUDE_INTENTS ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (names.length > maxIntents) return problem("BOT_CLAUDE_INTENTS", `has more than ${maxIntents} names.`);
  if (names.every((name) => intentName.test(name))) return { status: "read", value: [...new Set(names)] };
  return problem(
    "BOT_CLAUDE_INTENTS",
    "must be names separated by commas, each of at most 60 letters, digits, _ . or -.",
  );
}
