import { type ModelConfig, readModelConfig } from "../../kit/anthropic/config.ts";
import type { ConfigResult, Environment } from "../../kit/config-result.ts";

export interface ClaudeSummarizerConfig {
  readonly model: ModelConfig;
}

/** A summary has a page at most; the rest is for thinking. */
const defaultMaxTokens = 8_192;

/** From ANTHROPIC_API_KEY; BATON_SUMMARY_MODEL where it shall be another model than the bot's. */
export function readClaudeSummarizerConfig(environment: Environment): ConfigResult<ClaudeSummarizerConfig> {
  const maxTokens = { status: "read", value: null } as const;
  const model = readModelConfig(environment, { modelVariable: "BATON_SUMMARY_MODEL", maxTokens });
  if (model.status !== "configured") return model;
  return { status: "configured", config: { model: { ...model.config, maxTokens: defaultMaxTokens } } };
}
