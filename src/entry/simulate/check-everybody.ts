import type { Phase } from "../../core/conversation/state.ts";
import type { OutboundMessage } from "../../ports/channel.ts";
import type { Cast } from "./cast.ts";
import type { Check } from "./outcome.ts";
import type { ExpectedOfEverybody } from "./script-expect-many.ts";
import type { World } from "./world.ts";

const phases: readonly Phase[] = ["bot", "queue", "human", "closed"];

/** Two texts within it look to a customer like two at once. */
const momentMs = 5_000;

export async function checkEverybody(
  world: World,
  cast: Cast,
  { named, servedInOrder, ...expected }: ExpectedOfEverybody,
): Promise<Check[]> {
  const meant = cast.all().filter(({ customer }) => named === undefined || isOf(customer, named));
  const ids = new Set(meant.map(({ conversationId }) => conversationId));
  const texts = systemTexts(world, ids);
  const counts = await countPhases(world, ids);
  const found = {
    ...counts,
    mostTextsAtOnce: mostAtOnce(texts),
    mostSystemTexts: most(texts.map(({ length }) => length)),
  };
  const whose = named ?? "everybody";
  const checks = Object.entries(expected).map(([name, wanted]): Check => {
    const value = found[name as keyof typeof found];
    return { claim: `${whose}, ${name}: ${wanted}`, problem: value === wanted ? null : `found ${value}` };
  });
  if (servedInOrder !== undefined) checks.push(checkOrder(world, cast, servedInOrder));
  return checks;
}

async function countPhases(world: World, ids: ReadonlySet<string>): Promise<Record<Phase, number>> {
  const counts = { bot: 0, queue: 0, human: 0, closed: 0 };
  for (const id of ids) {
    const phase = (await world.engine.conversations.get(id))?.control.phase;
    if (phase !== undefined && phases.includes(phase)) counts[phase] += 1;
  }
  return counts;
}

/** When each customer got one, in the order in which they came. */
function systemTexts(world: World, ids: ReadonlySet<string>): readonly (readonly number[])[] {
  const ours = world.channel.arrived.filter(
    ({ author, conversationId }) => author === "system" && ids.has(conversationId),
  );
  const byCustomer = Map.groupBy(ours, ({ conversationId }: OutboundMessage) => conversationId);
  return [...byCustomer.values()].map((texts) => texts.map(({ at }) => at).sort((one, other) => one - other));
}

function mostAtOnce(texts: readonly (readonly number[])[]): number {
  const around = (times: readonly number[]) =>
    most(times.map((from) => times.filter((at) => at >= from && at < from + momentMs).length));
  return most(texts.map(around));
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.max(one, other), 0);
}

/** By when somebody was first asked for each of them; whoever nobody was asked for yet stands at the end. */
function checkOrder(world: World, cast: Cast, groups: readonly string[]): Check {
  const claim = `served in order: ${groups.join(", ")}`;
  const wanted = groups.flatMap((group) =>
    cast.all().flatMap(({ customer }) => (isOf(customer, group) ? [customer] : [])),
  );
  const isMeant = new Set(wanted);
  const asked = new Set<string>();
  for (const entry of world.history()) {
    if (entry.type !== "decision" || entry.record.type !== "request" || entry.record.end !== null) continue;
    const customer = cast.customerOf(entry.conversationId);
    if (customer !== null && isMeant.has(customer)) asked.add(customer);
  }
  const wrong = [...asked].findIndex((customer, place) => customer !== wanted[place]);
  if (asked.size === 0) return { claim, problem: "nobody was asked for any of them" };
  if (wrong < 0) return { claim, problem: null };
  return { claim, problem: `as number ${wrong + 1} came ${[...asked][wrong]} and not ${wanted[wrong]}` };
}

function isOf(customer: string, group: string): boolean {
  return customer === group || (customer.startsWith(`${group}-`) && /^\d+$/.test(customer.slice(group.length + 1)));
}
