/** Claude as the one who tells a person what they need to know before they take over. */
import {
  type Summarizer,
  type SummaryAnswer,
  SummaryError,
  type SummaryMaterial,
} from "../../../src/ports/summarizer.ts";
import { modelClient } from "../../kit/anthropic/model-client.ts";
import { ModelFailure } from "../../kit/anthropic/model-failure.ts";
import { usageMeter } from "../../kit/anthropic/usage-meter.ts";
import type { CallTools } from "../../kit/guarded-fetch.ts";
import type { ClaudeSummarizerConfig } from "./config.ts";
import { parseSummary } from "./parse.ts";
import { renderRequest } from "./render.ts";

export { type ClaudeSummarizerConfig, readClaudeSummarizerConfig } from "./config.ts";

export function claudeSummarizer({ model }: ClaudeSummarizerConfig, tools: CallTools): Summarizer {
  const client = modelClient(model, tools);
  return { summarize };

  async function summarize(material: SummaryMaterial, signal: AbortSignal): Promise<SummaryAnswer> {
    const meter = usageMeter(model.model, model.prices);
    try {
      const summary = parseSummary(await client.ask(renderRequest(material), meter, signal));
      return { summary, usage: meter.total() };
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (!(error instanceof SummaryError || error instanceof ModelFailure)) throw error;
      const { failure, retryable, retryAfterMs } = error;
      throw new SummaryError(error.message, { failure, retryable, retryAfterMs, usage: meter.total() });
    }
  }
}
