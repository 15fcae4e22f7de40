import type { Channel, InboundRequest, OutboundMessage } from "../../../src/ports/channel.ts";
import type { OutsideServer, ReceivedCall } from "../../adapters/kit/outside-server.ts";

/** What an adapter brings so that the contract can speak to it without knowing its platform. */
export interface ChannelUnderTest {
  readonly channel: Channel;
  /** The time at which requests arrive. */
  readonly now: number;
  /** The platform's side. The channel sends to it, and gives up on a silent one within a second. */
  readonly outside: OutsideServer;
  /** A request as the platform would make it. */
  inbound(options: InboundOptions): Promise<InboundRequest>;
  /** The headers without which a request is not signed. */
  readonly signatureHeaders: readonly string[];
  /** Whatever must never be seen in a refusal. */
  readonly secretTexts: readonly string[];
  /** What the channel sent to the outside, made into a request to the channel, as properly signed as it can be. */
  echo(call: ReceivedCall): Promise<InboundRequest>;
  /** The id under which the platform recognises a repeated send. */
  idOf(call: ReceivedCall): string;
  close(): Promise<void>;
}

export interface InboundOptions {
  readonly text: string;
  /** The provider's id of the event. */
  readonly key: string;
  /** `unknown`: a kind of event that the adapter has never heard of. Default `message`. */
  readonly kind?: "message" | "unknown";
  /** With fields in every object that the adapter does not know. */
  readonly hasUnknownFields?: boolean;
  /** Sent as it is, properly signed, instead of a body made from the options. */
  readonly rawBody?: Uint8Array;
  /** Default: now. */
  readonly signedAt?: number;
  readonly isSignedByStranger?: boolean;
}

export interface ChannelTraits {
  /** Whether the platform signs a time, so that an old request can be told. */
  readonly signsTime: boolean;
}

export interface ChannelCase {
  readonly name: string;
  readonly appliesTo?: (traits: ChannelTraits) => boolean;
  readonly run: (subject: ChannelUnderTest) => Promise<void>;
}

export const outboundMessage: OutboundMessage = {
  id: "shop_c1.m7",
  address: "customer-42",
  conversationId: "shop_c1",
  author: "agent",
  authorName: "Mara",
  text: "Your parcel left today. 📦",
  choices: [],
  locale: "en",
  at: 1_795_000_000_000,
};

/** A text with answers to choose from. */
export const offer: OutboundMessage = {
  ...outboundMessage,
  id: "shop_c1.m8",
  author: "system",
  authorName: null,
  text: "Would you like to talk to a person?",
  choices: [
    { id: "person", label: "Yes, please" },
    { id: "bot", label: "Not now" },
  ],
};
