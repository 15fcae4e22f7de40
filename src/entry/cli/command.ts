import type { Environment } from "../../../adapters/kit/config-result.ts";

export interface CommandLine {
  /** What follows the command's name. */
  readonly words: readonly string[];
  readonly environment: Environment;
  /** For a machine: one JSON value on standard output and nothing else. */
  readonly isJson: boolean;
}

/** Exit status 0: it is so. 1: it is not. `misunderstood`: the words after the command make no sense. */
export type Command = (line: CommandLine) => Promise<0 | 1 | "misunderstood">;
