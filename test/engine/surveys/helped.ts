import type { Settings } from "../../../src/core/settings/settings.ts";
import type { Survey } from "../../../src/core/surveys/survey.ts";
import { person, type TestEngine } from "../../support/engine.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { only } from "../opened.ts";

export const secret = "a secret of the tests, long enough to be one";

export const asking: Settings = {
  ...quietSettings,
  surveys: { isEnabled: true, delayMinutes: 5, openHours: 24 },
  teams: { support: { id: "support", name: "support", hours: "always", headId: "hedy" } },
  taskTemplates: {},
};

/** A customer asks for a person, and Kim helps. */
export async function help(started: TestEngine): Promise<void> {
  await started.engine.agents.add(person("kim", { teamIds: ["support"] }));
  await started.engine.agents.add(person("hedy", { teamIds: ["support"], role: "lead", presence: "away" }));
  await started.write("ada", "I want to talk to a human");
  await started.pass(1_000);
  await end(started);
}

export async function end(started: TestEngine): Promise<void> {
  const { id } = await only(started);
  await started.engine.command(id, { type: "conversation-claimed", agentId: "kim" }, null);
  await started.engine.command(id, { type: "agent-replied", agentId: "kim", text: "Done." }, null);
  const ended = { type: "conversation-closed", agentId: "kim", outcome: "resolved", wrapUp: null } as const;
  await started.engine.command(id, ended, null);
  await started.pass(1_000);
}

export async function surveyOf(started: TestEngine, engagement = 1): Promise<Survey | null> {
  return started.engine.surveys.get(`${(await only(started)).id}.s${engagement}`);
}

export async function linkIn(started: TestEngine): Promise<string> {
  const token = /https:\/\/help\.shop\.example\/s\/(\S+)$/.exec(started.channel.sent.at(-1)?.text ?? "")?.[1];
  if (token === undefined) throw new Error("no link was sent");
  return token;
}
