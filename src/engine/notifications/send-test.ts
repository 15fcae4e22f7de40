import { isReachable } from "../../core/notifications/choose-methods.ts";
import { type PersonalMethod, personalMethods } from "../../core/notifications/preferences.ts";
import { languageFor, wordsFor } from "../../core/notifications/words.ts";
import type { Told } from "../../ports/notifier.ts";
import { emptyCommit } from "../empty-commit.ts";
import { personOf } from "./deliver-one.ts";
import { attempt, type DeliverParts } from "./deliver-parts.ts";
import { readEndpoint } from "./endpoints.ts";
import { planForPerson } from "./plan-deliveries.ts";
import { readPreferences } from "./read-preferences.ts";
import { openSecrets, unreadableSecret } from "./signing-secret.ts";

export interface TestResult {
  readonly method: PersonalMethod | "webhook";
  /** `delivered`: the other side has accepted it; whether it arrives there, only its owner can see. */
  readonly status: "delivered" | "failed" | "not-configured" | "no-address";
  /** What went wrong, in words for whoever mends it; `null`: nothing. */
  readonly error: string | null;
}

export type SendTest = (agentId: string, methods: readonly PersonalMethod[]) => Promise<readonly TestResult[] | null>;

/** "Can I be reached?" Goes the real way, once, whatever the preferences and quiet hours say. `null`: no such person. */
export function createSendTest(deliverParts: DeliverParts): SendTest {
  return async (agentId, methods) => {
    const person = await personOf(deliverParts.parts.store, agentId);
    if (!person) return null;
    const wanted = personalMethods.filter((method) => methods.includes(method));
    return Promise.all(wanted.map((method) => testMethod(deliverParts, agentId, method)));
  };
}

async function testMethod(deliverParts: DeliverParts, agentId: string, method: PersonalMethod): Promise<TestResult> {
  const { parts, notifying, policies } = deliverParts;
  const person = await personOf(parts.store, agentId);
  const [preferences] = await readPreferences(parts.store, [agentId]);
  if (!person || !preferences) return { method, status: "no-address", error: null };
  const { agent, addressee } = person;
  const id = parts.ids.next("ntf");
  const told = testOf(parts.clock.now(), agentId);
  if (method === "in-app") {
    const recipient = { agent, target: { type: "agent", id: agentId }, as: "named" } as const;
    const shown = planForPerson(id, recipient, told, { isInApp: true, pushes: [] });
    const feed = { type: "notified", conversationId: null, data: { kind: told.kind, agents: agentId } } as const;
    await parts.store.commit({ ...emptyCommit(told.at), ...shown, feed: [feed] });
    return { method, status: "delivered", error: null };
  }
  if (!notifying.notifiers.get(method)?.capabilities.reachesPeople) {
    return { method, status: "not-configured", error: null };
  }
  if (!isReachable(agent, preferences, method)) return { method, status: "no-address", error: null };
  const language = languageFor([agent.locale, policies.current().settings.company.defaultLocale]);
  const words = testWords(told, language, true);
  const delivery = { id, to: addressee, words, told: [told] };
  return resultOf(method, await attempt(deliverParts, method, delivery, new AbortController().signal));
}

/** The same for a webhook endpoint. `null`: there is none. */
export async function testEndpoint(deliverParts: DeliverParts, endpointId: string): Promise<TestResult | null> {
  const { parts, notifying } = deliverParts;
  const endpoint = await readEndpoint(parts.store, endpointId);
  if (!endpoint) return null;
  const signing = await openSecrets(notifying.sealer, endpoint, parts.clock.now());
  if (!signing) return { method: "webhook", status: "failed", error: unreadableSecret };
  const told = testOf(parts.clock.now(), null);
  const to = { type: "endpoint", url: endpoint.url, ...signing } as const;
  const delivery = { id: parts.ids.next("ntf"), to, words: testWords(told, "en", false), told: [told] };
  return resultOf("webhook", await attempt(deliverParts, "webhook", delivery, new AbortController().signal));
}

function resultOf(method: TestResult["method"], result: Awaited<ReturnType<typeof attempt>>): TestResult {
  if (result.status === "delivered") return { method, status: "delivered", error: null };
  return { method, status: "failed", error: result.error };
}

function testOf(at: number, agentId: string | null): Told {
  return {
    ...{ kind: "test", conversationId: null, at, subjectId: "test", reason: null, priority: "normal" },
    ...{ actorId: null, detail: null },
    targets: agentId === null ? [] : [{ type: "agent", id: agentId }],
  };
}

function testWords({ targets: _targets, ...happening }: Told, language: string, isForPerson: boolean) {
  const nothing = {
    actorName: null,
    placeName: null,
    channelKind: null,
    waitingSince: null,
    timeZone: "UTC",
    end: null,
  };
  const facts = { happening, isPersonal: true, ...nothing, excerpt: null, url: null, isOver: false };
  return wordsFor([facts], { language, now: happening.at, isBundle: false, isForPerson });
}
