import type { ConversationEvent } from "../core/conversation/event.ts";
import type { MessageContent } from "../core/conversation/message.ts";
import { parseMessageId } from "../core/conversation/message.ts";
import type { Customer, Identity, IdentityLink } from "../core/customers/customer.ts";
import type { Property } from "../core/rules/rule.ts";
import type { ChannelEvent } from "../ports/channel.ts";
import type { Claim, DocumentKey } from "../ports/store.ts";
import { joined, learnReference, type ReadReference, readListed, readReference } from "./customers/references.ts";
import type { Handled, HandleEvent } from "./handle-event.ts";
import { keepUnsupported } from "./keep-unsupported.ts";
import type { Parts } from "./parts.ts";
import { createRecent } from "./recent.ts";
import type { Policies } from "./settings/policies.ts";

export type Accepted =
  | { readonly status: "accepted"; readonly conversationId: string | null }
  | { readonly status: "duplicate"; readonly conversationId: string | null }
  /** The provider's id was used before for something else. */
  | { readonly status: "clash" }
  /** Nobody hears it: kept beside the conversations, where operators see it. */
  | { readonly status: "ignored"; readonly reason: string }
  /** It speaks of a message we do not know; repeating it would not help. */
  | { readonly status: "unknown-message" };

export interface Inbound {
  /** Durable when it resolves (I1). */
  accept(channelId: string, event: ChannelEvent): Promise<Accepted>;
  forget(channelId: string, address: string): void;
}

const remembered = 50_000;

/** From what a channel says to what happens in a conversation: finds or begins it, and takes every event once (I1). */
export function createInbound(parts: Parts, handle: HandleEvent, policies: Policies): Inbound {
  const links = createRecent<IdentityLink>(remembered);

  function testOf(channelId: string, address: string): Test {
    const identities = Object.values(policies.current().settings.testIdentities);
    const declared = identities.find((identity) => identity.channel === channelId && identity.address === address);
    const isTest = declared !== undefined || parts.testChannelIds.has(channelId);
    return { isTest, draftId: declared?.draftId ?? null };
  }

  async function acceptMessage(channelId: string, incoming: Incoming): Promise<Accepted> {
    const identity = identityKey(channelId, incoming.address);
    for (;;) {
      const found = links.get(identity.id) ?? (await readLink(parts, identity));
      const link = found && (await learned(found, identity, incoming));
      const handled = link ? await goOn(channelId, incoming, link) : await begin(channelId, incoming, identity);
      if (handled.status === "exists") continue;
      if (handled.status === "missing") {
        // Erased meanwhile: the next look finds nothing, or where they have begun anew.
        links.delete(identity.id);
        const now = await readLink(parts, identity);
        if (now && now.conversationId === link?.conversationId) {
          throw new Error("An identity leads to a conversation that is not there.");
        }
        continue;
      }
      if (link) links.set(identity.id, link);
      return accepted(handled, incoming.fingerprint, link?.conversationId ?? null);
    }
  }

  async function goOn(channelId: string, incoming: Incoming, link: IdentityLink): Promise<Handled> {
    const told = { link, test: testOf(channelId, incoming.address) };
    const claims = [claimOf(channelId, incoming)];
    const handled = await handle(link.conversationId, messageEvent(parts, channelId, incoming, told), { claims });
    if (handled.status !== "missing" || !link.isReserved) return handled;
    const found = await readListed(parts, link.customerId);
    if (!found) return handled;
    const { customer, version } = found;
    const isTheirs = ({ channelId: on, address }: Identity) => on === channelId && address === incoming.address;
    // Being erased: what was reserved for them begins no more.
    if (!customer.identities.some(isTheirs)) return handled;
    const known = {
      ...incoming,
      locale: incoming.locale ?? customer.locale,
      properties: withKnown(incoming, customer),
    };
    const creates = [{ kind: "customer", id: customer.id, body: customer, version }];
    return handle(link.conversationId, messageEvent(parts, channelId, known, told), {
      mayStart: true,
      claims,
      creates,
    });
  }

  /** Looked at once for each reference, not with every message. */
  async function learned(link: IdentityLink, identity: DocumentKey, { reference }: Incoming): Promise<IdentityLink> {
    if (reference === undefined || reference === link.reference) return link;
    await learnReference(parts, identity, reference);
    return { ...link, reference };
  }

  async function begin(channelId: string, incoming: Incoming, identity: DocumentKey): Promise<Handled> {
    const { reference, address } = incoming;
    if (reference === undefined) return beginNew(channelId, incoming, identity, null);
    const { isTest } = testOf(channelId, address);
    const read = await readReference(parts, reference, { channelId, isTest });
    if (read.status !== "known") {
      return beginNew(channelId, incoming, identity, read.status === "free" ? read.write : null);
    }
    return join(channelId, incoming, identity, read);
  }

  /** On another channel they are a customer already: this is one more conversation of theirs. */
  async function join(
    channelId: string,
    incoming: Incoming,
    identity: DocumentKey,
    { customer, version }: { readonly customer: Customer; readonly version: number },
  ): Promise<Handled> {
    const { address, reference } = incoming;
    const conversationId = parts.ids.next("con");
    const link = { customerId: customer.id, conversationId, ...(reference === undefined ? {} : { reference }) };
    const known = {
      ...incoming,
      locale: incoming.locale ?? customer.locale,
      properties: withKnown(incoming, customer),
    };
    const body = joined(customer, channelId, address, conversationId);
    return handle(conversationId, messageEvent(parts, channelId, known, { link, test: testOf(channelId, address) }), {
      mayStart: true,
      claims: [claimOf(channelId, incoming)],
      creates: [
        { ...identity, body: link },
        { kind: "customer", id: customer.id, body, version },
      ],
    });
  }

  async function beginNew(
    channelId: string,
    incoming: Incoming,
    identity: DocumentKey,
    claimReference: Extract<ReadReference, { status: "free" }>["write"] | null,
  ): Promise<Handled> {
    const { reference } = incoming;
    const said = reference === undefined ? {} : { reference };
    const link = { customerId: parts.ids.next("cus"), conversationId: parts.ids.next("con"), ...said };
    const customer: Customer = {
      schemaVersion: 3,
      id: link.customerId,
      ...(claimReference ? said : {}),
      name: incoming.name,
      locale: incoming.locale,
      identities: [{ channelId, address: incoming.address, isVerified: true }],
      conversationIds: [link.conversationId],
      createdAt: parts.clock.now(),
      isTest: testOf(channelId, incoming.address).isTest,
      accountOwnerId: null,
      properties: {},
      lookedUpAt: null,
    };
    return handle(
      link.conversationId,
      messageEvent(parts, channelId, incoming, { link, test: testOf(channelId, incoming.address) }),
      {
        mayStart: true,
        claims: [claimOf(channelId, incoming)],
        creates: [
          { ...identity, body: link },
          { kind: "customer", id: customer.id, body: customer },
          ...(claimReference ? [claimReference(customer.id)] : []),
        ],
      },
    );
  }

  async function acceptDelivery(channelId: string, event: ChannelEvent & { type: "delivery" }): Promise<Accepted> {
    const target = parseMessageId(event.messageId);
    if (!target) return { status: "unknown-message" };
    const { conversationId, seq } = target;
    const reported = {
      type: "delivery-reported",
      id: `${channelId}:${event.eventId}`,
      at: parts.clock.now(),
      seq,
      status: event.status,
      detail: event.detail,
    } as const;
    const handled = await handle(conversationId, reported, { claims: [claimOf(channelId, event)] });
    return handled.status === "missing"
      ? { status: "unknown-message" }
      : accepted(handled, event.fingerprint, conversationId);
  }

  async function ignore(channelId: string, event: ChannelEvent & { type: "unsupported" }): Promise<Accepted> {
    const kept = await keepUnsupported(parts, { channelId, event, claim: claimOf(channelId, event) });
    return kept.status === "kept"
      ? { status: "ignored", reason: event.because }
      : duplicate(kept.note, event.fingerprint, null);
  }

  return {
    async accept(channelId, event) {
      if (event.type === "delivery") return acceptDelivery(channelId, event);
      if (event.type === "message") return acceptMessage(channelId, event);
      if (event.address === null) return ignore(channelId, event);
      const content: MessageContent = { type: "unsupported", raw: event.raw };
      return acceptMessage(channelId, {
        ...{ ...event, address: event.address, name: null, locale: null, content },
        ...{ participant: null, properties: {} },
      });
    },
    forget(channelId, address) {
      links.delete(identityKey(channelId, address).id);
    },
  };
}

interface Incoming {
  readonly eventId: string;
  readonly fingerprint: string;
  readonly address: string;
  readonly name: string | null;
  readonly locale: string | null;
  readonly content: MessageContent;
  readonly participant: string | null;
  readonly reference?: string;
  readonly properties: Readonly<Record<string, Property>>;
}

/** Whether somebody of ours is trying something out, and under which draft. */
interface Test {
  readonly isTest: boolean;
  readonly draftId: string | null;
}

export function identityKey(channelId: string, address: string): DocumentKey {
  return { kind: "identity", id: `${channelId}:${address}` };
}

async function readLink(parts: Parts, identity: DocumentKey): Promise<IdentityLink | null> {
  const [stored] = await parts.store.load([identity]);
  return stored ? (stored.body as IdentityLink) : null;
}

function messageEvent(
  parts: Parts,
  channelId: string,
  incoming: Incoming,
  { link, test }: { readonly link: IdentityLink; readonly test: Test },
): ConversationEvent {
  return {
    type: "message-received",
    id: `${channelId}:${incoming.eventId}`,
    at: parts.clock.now(),
    channelId,
    providerId: incoming.eventId,
    customerId: link.customerId,
    locale: incoming.locale,
    ...test,
    properties: incoming.properties,
    isFromParticipant: incoming.participant !== null,
    content: incoming.content,
  };
}

/** What is known of a customer wins over what a page says of them. */
function withKnown({ properties }: Incoming, customer: Customer): Incoming["properties"] {
  const trusted = Object.entries(properties).filter(([, { isTrusted }]) => isTrusted);
  return { ...properties, ...customer.properties, ...Object.fromEntries(trusted) };
}

function claimOf(channelId: string, event: { eventId: string; fingerprint: string }): Claim {
  return { key: `${channelId}:${event.eventId}`, note: event.fingerprint };
}

function accepted(handled: Handled, fingerprint: string, conversationId: string | null): Accepted {
  if (handled.status === "duplicate") return duplicate(handled.note, fingerprint, conversationId);
  if (handled.status === "committed") {
    return { status: "accepted", conversationId: handled.decision.conversation.id };
  }
  return { status: "accepted", conversationId };
}

function duplicate(note: string | null, fingerprint: string, conversationId: string | null): Accepted {
  return note === fingerprint ? { status: "duplicate", conversationId } : { status: "clash" };
}
