import type { Outcome } from "./outcome.ts";

export interface Step {
  readonly name: string;
  /** Brought before the first step that needs it. */
  readonly needs: readonly Need[];
  /** Cut after this long; the whole run has an end of its own. */
  readonly timeoutMs: number;
  /** The folder whose test files it runs, other steps' folders apart; `null` when it takes no file patterns. */
  readonly tests: string | null;
  run(context: StepContext): Promise<Outcome>;
}

export type Need = "redis" | "chromium";

export interface StepContext {
  readonly env: Readonly<Record<string, string>>;
  readonly patterns: readonly string[];
  readonly temporaryFolder: string;
  readonly timeoutMs: number;
}
