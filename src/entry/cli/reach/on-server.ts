import type { Scope } from "../../../protocol/api-keys.ts";
import { type Command, type Explain, unexplained } from "../command.ts";
import { isOneOf, quoted, readOptions } from "../options/read-options.ts";
import { reportProblems } from "../options/report-problems.ts";
import type { OpenFeed } from "./feed-line.ts";
import { reachServer } from "./reach-server.ts";
import type { SettingsClient } from "./settings-client.ts";

export interface OnServer {
  readonly client: SettingsClient;
  /** `null`: no server runs, so nothing happens that could be followed. */
  readonly openFeed: OpenFeed | null;
  readonly isJson: boolean;
}

/** What was understood, to be done where a server answers, or on the data. */
export type Work = (on: OnServer) => Promise<0 | 1>;

/** Reads the words before anything is reached. `null`: not understood, and it was explained why. */
export type Step = (words: readonly string[], explain: Explain) => Work | null;

/** Everything there is: nothing can be chosen. */
export function wholeList(work: Work): Step {
  return (words, explain) => {
    const given = readOptions(words, {}, explain);
    if (!given) return null;
    const [extra] = given.positionals;
    if (extra === undefined) return work;
    explain(`The list is all of them: leave ${quoted(extra)} away.`);
    return null;
  };
}

/** What a key must be allowed, named to whoever has none. */
type Needs = readonly Scope[];

/** A command of one step. */
export function onServer(step: Step, needs: Needs): Command {
  return async ({ words, environment, isJson, explain = unexplained }) => {
    const work = step(words, explain);
    if (!work) return "misunderstood";
    const server = await reachServer(environment, { isStill: true, needs });
    if (server.status === "unreachable") {
      reportProblems(server.problems, isJson);
      return 1;
    }
    const { client, openFeed, close } = server.reached;
    try {
      return await work({ client, openFeed, isJson });
    } finally {
      await close();
    }
  };
}

/** `baton NAME STEP …`. */
export function stepsOnServer<const Name extends string>(
  name: string,
  steps: Readonly<Record<Name, Step>>,
  needs: Needs,
): Command {
  const known = Object.keys(steps) as Name[];
  return onServer(([step, ...words], explain) => {
    if (step === undefined) {
      explain(`Say what to do: baton ${name} ${known.join("|")}.`);
      return null;
    }
    return isOneOf(step, { option: `baton ${name}`, known }, explain) ? steps[step](words, explain) : null;
  }, needs);
}
