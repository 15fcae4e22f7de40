import type { SummaryMaterial } from "../../../src/ports/summarizer.ts";
import type { ModelRequest } from "../../kit/anthropic/model-client.ts";
import { cutText, dataBlock } from "../../kit/data-block.ts";
import { handoffSummaryPrompt } from "../../kit/prompts/all-prompts.ts";
import { renderPrompt } from "../../kit/prompts/prompt.ts";
import { summarySchema } from "./summary-schema.ts";

const maxMessageLength = 4_000;
const maxReasonLength = 1_000;
const authors = { customer: "customer", bot: "assistant", agent: "colleague", note: "note" } as const;
const localeForm = /^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,3}$/;

/** Instructions on one side, the whole conversation as data on the other. */
export function renderRequest({ locale, reason, messages }: SummaryMaterial): ModelRequest {
  const language = locale !== null && localeForm.test(locale) ? `the language "${locale}"` : "the customer's language";
  const blocks = messages.map(({ id, author, text }) =>
    dataBlock("message", cutText(text, maxMessageLength), { id, from: authors[author] }),
  );
  const content = [dataBlock("reason", cutText(reason, maxReasonLength)), ...blocks].join("\n");
  return {
    system: [{ type: "text", text: renderPrompt(handoffSummaryPrompt, { language }) }],
    messages: [{ role: "user", content: [{ type: "text", text: content }] }],
    output_config: { format: { type: "json_schema", schema: summarySchema } },
  };
}
