import { fingerprintOf } from "../../../adapters/kit/fingerprint.ts";
import { choicesFor } from "../../core/messages/buttons.ts";
import { waitChoices } from "../../core/messages/wait-buttons.ts";
import type { Property } from "../../core/rules/rule.ts";
import type { ChannelEvent, CustomerContent } from "../../ports/channel.ts";
import type { Ran } from "./outcome.ts";
import type { Running } from "./run-step.ts";
import type { SimulationScript } from "./script.ts";
import type { CustomerStep } from "./script-steps.ts";
import type { World } from "./world.ts";

export function runCustomerStep(world: World, running: Running, step: CustomerStep): Promise<Ran> {
  return writeAs(world, running, { step, like: step.from, suffix: "" });
}

export interface Writing {
  readonly step: CustomerStep;
  /** Whose name, language and properties in the script they have. */
  readonly like: string;
  /** Of the step's id, where one step is many messages. */
  readonly suffix: string;
}

export async function writeAs(
  world: World,
  { script, index, cast }: Running,
  { step, like, suffix }: Writing,
): Promise<Ran> {
  const { from, times } = step;
  const event = eventOf(script, { step, like }, `step-${index + 1}${suffix}`);
  const deliveries = Array.from({ length: times }, () => world.engine.accept(world.channel.id, event));
  const answers = await Promise.all(deliveries);
  await world.pass(0);
  const accepted = answers.find(({ status }) => status === "accepted");
  if (accepted && "conversationId" in accepted && accepted.conversationId) cast.add(from, accepted.conversationId);
  const repetitions = answers.filter(({ status }) => status === "duplicate").length;
  return { remark: repetitions === 0 ? null : `delivered ${times} times, taken once`, checks: [] };
}

function eventOf(script: SimulationScript, { step, like }: Omit<Writing, "suffix">, eventId: string): ChannelEvent {
  const locale = localeOf(script, like);
  const content = contentOf(step, locale);
  const customer = script.customers[like];
  return {
    ...{ type: "message", eventId, fingerprint: fingerprintOf(new TextEncoder().encode(JSON.stringify(content))) },
    ...{ sentAt: null, address: step.from, participant: null, content },
    name: customer?.name ?? null,
    locale,
    properties: { ...known(customer?.shownProperties, false), ...known(customer?.properties, true) },
  };
}

function contentOf(step: CustomerStep, locale: string | null): CustomerContent {
  if ("says" in step) return { type: "text", text: step.says };
  if ("presses" in step) {
    const { presses: choice } = step;
    const written = locale ?? "en";
    const shown = [...choicesFor(written), ...waitChoices(written, { byEmail: true })];
    const label = shown.find(({ id }) => id === choice)?.label;
    return { type: "choice", choice, text: label ?? choice };
  }
  const { sends: kind, name, caption } = step;
  return { type: "attachment", kind, name, caption };
}

function localeOf({ customers, locale }: SimulationScript, from: string): string | null {
  return customers[from]?.locale ?? locale;
}

function known(values: Readonly<Record<string, string>> = {}, isTrusted: boolean): Record<string, Property> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, isTrusted }]));
}
