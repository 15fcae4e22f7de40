import type { HappeningFacts } from "../../core/notifications/words.ts";
import { languageFor, wordsFor } from "../../core/notifications/words.ts";
import type { Agent } from "../../core/people/agent.ts";
import { readAgent } from "../../core/people/agent.ts";
import type { Addressee, Told } from "../../ports/notifier.ts";
import type { Store } from "../../ports/store.ts";
import { attempt, type DeliverParts, type Handed, handedOf } from "./deliver-parts.ts";
import { type DeliverTo, type InboxItem, inboxKey } from "./documents.ts";
import { readEndpoint } from "./endpoints.ts";
import { lookUpFacts } from "./look-up-facts.ts";
import { readPreferences } from "./read-preferences.ts";
import { openSecrets, unreadableSecret } from "./signing-secret.ts";

type To<Type extends DeliverTo["type"]> = Extract<DeliverTo, { type: Type }>;

export async function deliverToAgent(
  deliverParts: DeliverParts,
  id: string,
  { agentId, method, itemId, told, isPersonal }: To<"agent">,
  stop: AbortSignal,
): Promise<Handed> {
  const { store } = deliverParts.parts;
  // Seen in the product while the mail server was away: nobody needs to hear it twice.
  if (await wasRead(store, itemId)) return { status: "dropped" };
  const person = await personOf(store, agentId);
  const facts = person && (await factsOf(deliverParts, told, isPersonal));
  if (!person || !facts || facts.isOver) return { status: "dropped" };
  const { settings } = deliverParts.policies.current();
  const language = languageFor([person.agent.locale, settings.company.defaultLocale]);
  const now = deliverParts.parts.clock.now();
  const words = wordsFor([facts], { language, now, isBundle: false, isForPerson: true });
  return handedOf(await attempt(deliverParts, method, { id, to: person.addressee, words, told: [told] }, stop));
}

export async function deliverToPlace(
  deliverParts: DeliverParts,
  id: string,
  { method, id: placeId, told }: To<"place">,
  stop: AbortSignal,
): Promise<Handed> {
  const facts = await factsOf(deliverParts, told, false);
  if (!facts || facts.isOver) return { status: "dropped" };
  const words = companyWords(deliverParts, facts);
  const to = { type: "place", id: placeId } as const;
  return handedOf(await attempt(deliverParts, method, { id, to, words, told: [told] }, stop));
}

export async function deliverToEndpoint(
  deliverParts: DeliverParts,
  id: string,
  { endpointId, told }: To<"endpoint">,
  stop: AbortSignal,
): Promise<Handed> {
  const endpoint = await readEndpoint(deliverParts.parts.store, endpointId);
  if (!endpoint?.isEnabled) return { status: "dropped" };
  const signing = await openSecrets(deliverParts.notifying.sealer, endpoint, deliverParts.parts.clock.now());
  if (!signing) return { status: "failed", isGone: false, error: unreadableSecret };
  // A program wants to know what happened, also when it is over by now.
  const facts = await factsOf(deliverParts, told, false);
  if (!facts) return { status: "dropped" };
  const words = companyWords(deliverParts, facts);
  const to = { type: "endpoint", url: endpoint.url, ...signing } as const;
  const handed = handedOf(await attempt(deliverParts, "webhook", { id, to, words, told: [told] }, stop));
  return handed.status === "delivered" ? { ...handed, isFirstSinceFailure: endpoint.lastFailure !== null } : handed;
}

/** `null`: erased. */
export function factsOf(
  { parts, notifying, policies }: DeliverParts,
  told: Told,
  isPersonal: boolean,
): Promise<HappeningFacts | null> {
  return lookUpFacts({ parts, notifying, settings: policies.current().settings }, told, isPersonal);
}

/** For nobody in particular: in the company's language. */
function companyWords({ parts, policies }: DeliverParts, facts: HappeningFacts) {
  const language = languageFor([policies.current().settings.company.defaultLocale]);
  return wordsFor([facts], { language, now: parts.clock.now(), isBundle: false, isForPerson: false });
}

async function wasRead(store: Store, itemId: string | null): Promise<boolean> {
  const [item] = itemId === null ? [] : await store.load([inboxKey(itemId)]);
  return item != null && (item.body as InboxItem).readAt !== null;
}

export interface Person {
  readonly agent: Agent;
  readonly addressee: Addressee;
}

/** `null`: they left, or were never there. */
export async function personOf(store: Store, agentId: string): Promise<Person | null> {
  const [stored] = await store.load([{ kind: "agent", id: agentId }]);
  const agent = stored ? readAgent(stored.body) : null;
  if (!agent || agent.leftAt !== null) return null;
  const [preferences] = await readPreferences(store, [agentId]);
  const { name, email } = agent;
  const slackMemberId = preferences?.slackMemberId ?? null;
  return { agent, addressee: { type: "person", name, email, slackMemberId } };
}
