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

export async function runCustomerStep(
  world: World,
  { script, index, cast }: Running,
  step: CustomerStep,
): Promise<Ran> {
  const { from, times } = step;
  const event = eventOf(script, step, `step-${index + 1}`);
  const deliveries = Array.from({ length: times }, () => world.engine.accept(world.channel.id, event));
  const answers = await Promise.all(deliveries);
  await world.pass(0);
  const accepted = answers.find(({ status }) => status === "accepted");
  if (accepted && "conversationId" in accepted && accepted.conversationId) cast.add(from, accepted.conversationId);
  const repetitions = answers.filter(({ status }) => status === "duplicate").length;
  return { remark: repetitions === 0 ? null : `delivered ${times} times, taken once`, checks: [] };
}

function eventOf(script: SimulationScript, step: CustomerStep, eventId: string): ChannelEvent {
  const content = contentOf(step, script);
  const customer = script.customers[step.from];
  return {
    ...{ type: "message", eventId, fingerprint: fingerprintOf(new TextEncoder().encode(JSON.stringify(content))) },
    ...{ sentAt: null, address: step.from, participant: null, content },
    name: customer?.name ?? null,
    locale: localeOf(script, step.from),
    properties: { ...known(customer?.shownProperties, false), ...known(customer?.properties, true) },
  };
}

function contentOf(step: CustomerStep, script: SimulationScript): CustomerContent {
  if ("says" in step) return { type: "text", text: step.says };
  if ("presses" in step) {
    const { presses: choice } = step;
    const locale = localeOf(script, step.from) ?? "en";
    const shown = [...choicesFor(locale), ...waitChoices(locale, { byEmail: true })];
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
