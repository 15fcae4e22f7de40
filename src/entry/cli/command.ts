import type { Environment } from "../../../adapters/kit/config-result.ts";

export interface CommandLine {
  /** What follows the command's name. */
  readonly words: readonly string[];
  readonly environment: Environment;
  /** For a machine: one JSON value on standard output and nothing else. */
  readonly isJson: boolean;
  /** Where a command says why it was `misunderstood`: that line is shown then, and the help where there is none. */
  readonly explain?: Explain;
}

/** One line: which word or option, what it says, and what it can say. */
export type Explain = (problem: string) => void;

/** Exit status 0: it is so. 1: it is not. `misunderstood`: the words after the command make no sense. */
export type Command = (line: CommandLine) => Promise<0 | 1 | "misunderstood">;

/** Of whoever calls a command and wants no explanation. */
export const unexplained: Explain = () => undefined;
