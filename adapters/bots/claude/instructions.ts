import { customerServiceAgentPrompt } from "../../kit/prompts/all-prompts.ts";
import { renderPrompt } from "../../kit/prompts/prompt.ts";
import type { ClaudeBotConfig } from "./config.ts";

/** The same for every turn, so that it is read from the cache. Nothing of a customer gets in here. */
export function instructionsOf({ company, guidance }: ClaudeBotConfig): string {
  return renderPrompt(customerServiceAgentPrompt, {
    company: company ?? "this company",
    guidance: guidance === null ? "" : `# What the company asks of you\n\n${guidance}`,
  });
}
