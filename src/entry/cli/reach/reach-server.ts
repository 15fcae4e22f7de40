import type { Environment } from "../../../../adapters/kit/config-result.ts";
import type { Scope } from "../../../protocol/api-keys.ts";
import { readConfig } from "../../config.ts";
import { type Reached, reachSettings } from "./settings-client.ts";

export type ServerReached =
  | { readonly status: "reached"; readonly reached: Reached }
  | { readonly status: "unreachable"; readonly problems: readonly string[] };

/** Where settings are, as the environment says it: a server that is named, one that runs, or the data itself. */
export async function reachServer(
  environment: Environment,
  { isStill = false, needs }: { readonly isStill?: boolean; readonly needs?: readonly Scope[] } = {},
): Promise<ServerReached> {
  const read = readConfig(environment);
  if (read.status === "invalid") {
    return { status: "unreachable", problems: read.problems.map(({ problem }) => problem) };
  }
  const token = environment.BATON_TOKEN?.trim() || read.config.adminToken;
  const url = environment.BATON_URL?.trim() || null;
  const reaching = await reachSettings(read.config, { url, token, isStill, ...(needs && { needs }) });
  if (reaching.status === "unreachable") return { status: "unreachable", problems: [reaching.problem] };
  return { status: "reached", reached: reaching };
}
