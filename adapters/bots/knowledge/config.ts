import type { KnowledgePhrases } from "./render.ts";

export interface KnowledgeBotConfig {
  readonly id: string;
  /** The only source of answers. Read into memory once, at the start. */
  readonly pages: readonly KnowledgePage[];
  /** What surrounds an answer. Default: English. */
  readonly phrases?: Partial<KnowledgePhrases>;
  /** Below it the bot says that it does not know, 0 to 1. Default 0.45. */
  readonly minConfidence?: number;
}

export interface KnowledgePage {
  readonly id: string;
  /** Quoted as the source. */
  readonly title: string;
  readonly markdown: string;
}
