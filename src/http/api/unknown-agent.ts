import { RequestError } from "../problem.ts";

/** Of several people in one request, the one who does not exist is named. */
export function unknownAgent(agentId: string): RequestError {
  return new RequestError("unknown-agent", { detail: `There is no agent ${agentId}.` });
}
