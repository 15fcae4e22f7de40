/** What everybody who asks Claude needs to know, read from the environment in one place. */
import type { CircuitBreakerConfig } from "../circuit-breaker.ts";
import { areAllUnset, type ConfigResult, type Environment, type Read, readOperatorUrl } from "../config-result.ts";
import { optionalChoice, optionalJson, optionalText } from "../optional-setting.ts";
import { readAll } from "../read-all.ts";
import { type ModelPrices, modelPrices } from "./prices.ts";

export interface ModelConfig {
  readonly apiKey: ApiKey;
  /** From the operator, so it may be a private host. Default https://api.anthropic.com. */
  readonly baseUrl?: string;
  readonly model: string;
  /** How much the model thinks; `null`: its own default. Models before 4.6 know nothing of it. */
  readonly effort: Effort | null;
  /** Of one request, thinking included. */
  readonly maxTokens: number;
  /** Beside the list prices, and before them. */
  readonly prices: ModelPrices;
  /** How long the model may be silent: until its headers, and then between two pieces. Default 30,000. */
  readonly idleTimeoutMs?: number;
  readonly breaker?: CircuitBreakerConfig;
}

export type Effort = (typeof efforts)[number];

/** In a closure, so that no log line, error or JSON of a config can show it (I15). */
export interface ApiKey {
  reveal(): string;
}

const defaultModel = "claude-haiku-5-5";
const efforts = ["low", "medium", "high", "xhigh", "max"] as const;
const apiKey = { maxLength: 500, pattern: /^[\x21-\x7e]+$/, expected: "must be the key alone, without blanks" };
const modelId = {
  maxLength: 100,
  pattern: /^[\w.:@/-]+$/,
  expected: `must be a model's id, for example ${defaultModel}`,
};

/** The key is the switch: without it nothing else is looked at. `modelVariable` comes before BATON_MODEL. */
export function readModelConfig(
  environment: Environment,
  { modelVariable, maxTokens }: { modelVariable: string | null; maxTokens: Read<number | null> },
): ConfigResult<Omit<ModelConfig, "maxTokens"> & { readonly maxTokens: number | null }> {
  if (areAllUnset(environment, ["ANTHROPIC_API_KEY"])) return { status: "absent" };
  const hasBaseUrl = !areAllUnset(environment, ["ANTHROPIC_BASE_URL"]);
  const read = readAll({
    key: optionalText(environment, "ANTHROPIC_API_KEY", apiKey),
    baseUrl: hasBaseUrl ? readOperatorUrl(environment, "ANTHROPIC_BASE_URL") : unset,
    model: modelVariable === null ? unset : optionalText(environment, modelVariable, modelId),
    sharedModel: optionalText(environment, "BATON_MODEL", modelId),
    effort: optionalChoice(environment, "BATON_MODEL_EFFORT", efforts),
    prices: optionalJson(environment, "BATON_MODEL_PRICES", modelPrices),
    maxTokens,
  });
  if (read.status === "invalid") return read;
  const { key, baseUrl, model, sharedModel, effort, prices } = read.value;
  const config = {
    apiKey: { reveal: () => key ?? "" },
    ...(baseUrl === null ? {} : { baseUrl }),
    model: model ?? sharedModel ?? defaultModel,
    effort,
    prices: prices ?? {},
    maxTokens: read.value.maxTokens,
  };
  return { status: "configured", config };
}

const unset: Read<null> = { status: "read", value: null };
