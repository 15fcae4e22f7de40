import { applyChanges, type SettingsChanges } from "../../../core/settings/parts.ts";
import type { Settings } from "../../../core/settings/settings.ts";
import { draftCheck, settingsInFull } from "../../../protocol/settings-api.ts";
import type { SimulationBody } from "../../../protocol/simulations.ts";
import { createSimulate } from "../../simulate/simulate-request.ts";
import { systemClock } from "../../system-clock.ts";
import type { Answer, SettingsClient } from "../reach/settings-client.ts";

/** With the settings of a server that cannot play scripts itself. */
export async function simulateHere(
  client: SettingsClient,
  draftId: string | null,
  script: unknown,
): Promise<Answer<SimulationBody>> {
  const read = await readSettings(client, draftId);
  if (read.status === "refused") return read;
  const simulate = createSimulate({ now: systemClock.now });
  const played = await simulate({ ...read.value, draftId, script, channels: new Map() });
  switch (played.status) {
    case "played":
      return { status: "answered", value: played.simulation };
    case "invalid":
      return { status: "refused", code: "invalid", problems: played.errors };
    case "too-long":
      return { status: "refused", code: "invalid", problems: [{ path: "", message: played.because }] };
    case "busy":
      throw new Error("Nobody else plays scripts in this process.");
  }
}

interface Tried {
  readonly version: number;
  readonly settings: Settings;
}

async function readSettings(client: SettingsClient, draftId: string | null): Promise<Answer<Tried>> {
  const inForce = await client.call("GET", "", { answer: settingsInFull });
  if (inForce.status === "refused") return inForce;
  const { number: version, settings } = inForce.value;
  if (draftId === null) return { status: "answered", value: { version, settings } };
  const draft = await client.call("POST", `/drafts/${encodeURIComponent(draftId)}/check`, { answer: draftCheck });
  if (draft.status === "refused") return draft;
  // Each part was checked by its schema when the draft was made.
  const changes = Object.fromEntries(draft.value.changes.map(({ part, after }) => [part, after])) as SettingsChanges;
  return { status: "answered", value: { version, settings: applyChanges(settings, changes) } };
}
