import type { KnowledgePage } from "../../kit/knowledge/page.ts";
import type { KnowledgePhrases } from "./phrases.ts";

export type { KnowledgePage } from "../../kit/knowledge/page.ts";

export interface KnowledgeBotConfig {
  readonly id: string;
  /** The only source of answers. Read into memory once, at the start. */
  readonly pages: readonly KnowledgePage[];
  /** What surrounds an answer, in every language. Default: our own, in the customer's. */
  readonly phrases?: Partial<KnowledgePhrases>;
  /** Below it the bot says that it does not know, 0 to 1. Default 0.45. */
  readonly minConfidence?: number;
}
