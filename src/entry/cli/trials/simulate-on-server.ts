import type { Environment } from "../../../../adapters/kit/config-result.ts";
import { type SimulationBody, simulation } from "../../../protocol/simulations.ts";
import { printTimeline } from "../../simulate/print.ts";
import type { PrintPlace } from "../../simulate/read-script.ts";
import { readScriptFile } from "../../simulate/read-script-file.ts";
import { reportProblems } from "../options/report-problems.ts";
import { inTurn } from "../reach/in-turn.ts";
import { reachServer } from "../reach/reach-server.ts";
import type { RefusedPlace, SettingsClient } from "../reach/settings-client.ts";
import { simulateHere } from "./simulate-here.ts";

interface Job {
  readonly files: readonly string[];
  /** `null`: what is in force. */
  readonly draftId: string | null;
  readonly withTrace: boolean;
  readonly environment: Environment;
  readonly isJson: boolean;
}

/** Plays scripts on a server's settings. The server plays them, or where it cannot, this process does. */
export async function simulateOnServer({ files, draftId, withTrace, environment, isJson }: Job): Promise<0 | 1> {
  const scripts = await Promise.all(files.map(readScriptFile));
  const problems = scripts.flatMap((script) => (script.status === "invalid" ? script.problems : []));
  if (problems.length > 0) return fail(problems, isJson);
  const server = await reachServer(environment);
  if (server.status === "unreachable") return fail(server.problems, isJson);
  const { client, close } = server.reached;
  try {
    const simulations: SimulationBody[] = [];
    for (const script of scripts) {
      if (script.status === "invalid") continue;
      const played = await play(client, draftId, script.given);
      if (played.status === "refused")
        return fail(
          played.problems.map((place) => placed(place, script.print)),
          isJson,
        );
      simulations.push(played.value);
      if (!isJson) console.log(printTimeline(played.value, { withTrace }));
    }
    const isPassed = simulations.every(({ status }) => status === "passed");
    if (isJson) console.log(JSON.stringify({ status: isPassed ? "passed" : "failed", simulations }));
    return isPassed ? 0 : 1;
  } finally {
    await close();
  }
}

async function play(client: SettingsClient, draftId: string | null, given: unknown) {
  // The settings are the server's: what the file says of them is for when it is played by itself.
  const { policy: _, ...script } = given as Readonly<Record<string, unknown>>;
  const body = { draftId, script };
  const answer = await inTurn(() => client.call("POST", "/simulations", { body, answer: simulation }));
  return answer.status === "refused" && answer.code === "needs-node" ? simulateHere(client, draftId, script) : answer;
}

const inScript = "body.script.";

function placed({ path, message }: RefusedPlace, print: PrintPlace): string {
  return path.startsWith(inScript) ? print(path.slice(inScript.length).split("."), message) : message;
}

function fail(problems: readonly string[], isJson: boolean): 1 {
  reportProblems(problems, isJson);
  return 1;
}
