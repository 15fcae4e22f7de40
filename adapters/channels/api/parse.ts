/** From verified bytes to an event. Pure; strict, because whoever writes these bodies reads our refusals. */
import type { Property } from "../../../src/core/rules/rule.ts";
import type { ChannelEvent, CustomerContent, Received } from "../../../src/ports/channel.ts";
import {
  customerAddress,
  type InboundDelivery,
  type InboundMessage,
  inboundDelivery,
  inboundEnvelope,
  inboundMessage,
} from "../../../src/protocol/channel-api.ts";
import { fingerprintOf } from "../../kit/fingerprint.ts";
import { parseJson, validate } from "../../kit/parse-json.ts";
import { maxBodyBytes } from "./config.ts";

interface Identity {
  readonly eventId: string;
  readonly fingerprint: string;
}

type Envelope = { readonly type: string; readonly data?: unknown };

/** What colleagues read of a button whose words were not sent. */
const buttonTexts = {
  ...{ person: "Talk to a person", bot: "Keep going" },
  ...{ "wait-here": "Wait here", "wait-later": "Answer me later", "wait-email": "Answer by e-mail" },
  "wait-cancel": "Never mind",
  ...{ "rating-1": "1", "rating-2": "2", "rating-3": "3", "rating-4": "4", "rating-5": "5" },
} as const;
const mostQuoted = 60;
const deliveryStatuses = ["delivered", "read", "failed"] as const;
const languageTag = /^[a-z]{2,8}([-_][a-z0-9]{1,8}){0,4}$/i;

export function parseBody(eventId: string, body: Uint8Array): Received {
  const parsed = parseJson(body, { schema: inboundEnvelope, maxBytes: maxBodyBytes });
  if (parsed.status === "refused") return parsed;
  const identity = { eventId, fingerprint: fingerprintOf(body) };
  switch (parsed.value.type) {
    case "message": {
      const message = validate(parsed.value, inboundMessage);
      return message.status === "refused" ? message : verified(messageEvent(identity, message.value));
    }
    case "delivery": {
      const delivery = validate(parsed.value, inboundDelivery);
      if (delivery.status === "refused") return delivery;
      const because = `no status of a delivery is called ${quoted(delivery.value.data.status)}`;
      return verified(
        deliveryEvent(identity, delivery.value) ?? unsupportedEvent(identity, parsed.value, { because, body }),
      );
    }
    default: {
      const because = `no type of an event is called ${quoted(parsed.value.type)}`;
      return verified(unsupportedEvent(identity, parsed.value, { because, body }));
    }
  }
}

function messageEvent(identity: Identity, { data, timestamp }: InboundMessage): ChannelEvent {
  return {
    type: "message",
    ...identity,
    sentAt: data.sentAt ?? timestamp ?? null,
    address: data.from,
    participant: data.participant && data.participant !== data.from ? data.participant : null,
    ...(data.reference ? { reference: data.reference } : {}),
    name: data.name || null,
    locale: data.locale && languageTag.test(data.locale) ? data.locale.replaceAll("_", "-") : null,
    properties: trusted(data.properties ?? {}),
    content: contentOf(data),
  };
}

/** The company signed them. */
function trusted(properties: Readonly<Record<string, string>>): Readonly<Record<string, Property>> {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, { value, isTrusted: true }]));
}

function contentOf({ text, choice, attachment }: InboundMessage["data"]): CustomerContent {
  if (attachment) {
    const { kind, name, caption } = attachment;
    return { type: "attachment", kind, name: name || null, caption: written(caption) ?? written(text) };
  }
  if (choice) return { type: "choice", choice, text: written(text) ?? buttonTexts[choice] };
  // The schema wants one where there is nothing else.
  return { type: "text", text: text ?? "" };
}

function written(text: string | null | undefined): string | null {
  return text?.trim() ? text : null;
}

/** `null` for a status that we do not know: it may matter, so it is kept rather than refused. */
function deliveryEvent(identity: Identity, { data }: InboundDelivery): ChannelEvent | null {
  const status = deliveryStatuses.find((known) => known === data.status);
  if (!status) return null;
  return { type: "delivery", ...identity, messageId: data.messageId, status, detail: data.detail ?? null };
}

interface NotUnderstood {
  readonly because: string;
  readonly body: Uint8Array;
}

function unsupportedEvent(identity: Identity, envelope: Envelope, { because, body }: NotUnderstood): ChannelEvent {
  const { data } = envelope;
  const from = typeof data === "object" && data !== null && "from" in data ? data.from : null;
  const address = customerAddress.safeParse(from);
  return {
    type: "unsupported",
    ...identity,
    address: address.success ? address.data : null,
    because,
    raw: new TextDecoder().decode(body),
  };
}

function quoted(word: string): string {
  return JSON.stringify(word.length > mostQuoted ? `${word.slice(0, mostQuoted)}…` : word);
}

function verified(event: ChannelEvent): Received {
  return { status: "verified", events: [event] };
}
