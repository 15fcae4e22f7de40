import { type CheckContext, checkSettings } from "../../core/settings/check.ts";
import { applyChanges } from "../../core/settings/parts.ts";
import type { SettingsProblem } from "../../core/settings/problem.ts";
import type { Settings } from "../../core/settings/settings.ts";
import type { Channel } from "../../ports/channel.ts";
import type { SimulationScript } from "./script.ts";
import { createSimulatedChannel } from "./simulated-channel.ts";

export type ChosenSettings =
  | { readonly status: "chosen"; readonly settings: Settings }
  | { readonly status: "invalid"; readonly problems: readonly SettingsProblem[] };

type Channels = ReadonlyMap<string, Pick<Channel, "kind" | "capabilities">>;

/** The script's own parts on what it begins with, checked as publishing would: for the channel and people it has. */
export function chooseSettings(base: Settings, script: SimulationScript, channels: Channels): ChosenSettings {
  const settings = applyChanges(base, script.parts);
  const problems = checkSettings(settings, checkContext(script, channels));
  const errors = problems.filter(({ severity }) => severity === "error");
  return errors.length > 0 ? { status: "invalid", problems: errors } : { status: "chosen", settings };
}

function checkContext({ channel, agents, startsAt }: SimulationScript, channels: Channels): CheckContext {
  const simulated = createSimulatedChannel(channel, channels.get(channel.id ?? "") ?? null);
  const { id, kind, capabilities } = simulated;
  return {
    channels: [{ id, kind, maxTextLength: capabilities.maxTextLength }],
    agentIds: agents.map((agent) => agent.id),
    at: startsAt,
  };
}
