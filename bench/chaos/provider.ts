import type { Random } from "../support/random.ts";
import { sleep } from "../support/sleep.ts";
import type { Ledger, PostedMessage } from "./ledger.ts";
import type { Signing } from "./signing.ts";
import { customerToken } from "./tokens.ts";

export interface ProviderOptions {
  /** Of the webhook, on every server: any of them may be down. */
  readonly webhookUrls: readonly [string, ...string[]];
  readonly customers: number;
  readonly ledger: Ledger;
  readonly signing: Signing;
  readonly random: Random;
}

export interface Provider {
  /** Customers write until `until`; resolves when everything was answered 2xx, or at `giveUpAt`. */
  run(until: number, giveUpAt: number): Promise<void>;
  /** One message from each of these, about anything but a person; resolves when all were answered 2xx. */
  say(addresses: readonly string[], giveUpAt: number): Promise<void>;
  /** So many new customers ask for a person in the same moment, at one server. */
  crowd(size: number, server: number, giveUpAt: number): Crowd;
}

export interface Crowd {
  readonly addresses: readonly string[];
  /** The first of them was answered 2xx: somebody is looked for now. */
  readonly first: Promise<void>;
  readonly all: Promise<void>;
}

const questions = [
  "Where is my parcel?",
  "Can I change the colour of my order?",
  "The discount code does nothing.",
  "Is the blue one in stock?",
  "It arrived broken.",
] as const;
const requests = ["I want to talk to a human", "Can I speak to a real person please", "human agent please"] as const;
const postTimeoutMs = 8_000;
/** Nobody knows what became of the post. */
const lost = 0;

/** The company's app: bursts, repetitions at the same time and later, any order, and again until there is a 2xx. */
export function createProvider({ webhookUrls, customers, ledger, signing, random }: ProviderOptions): Provider {
  let lastWord = 0;

  return {
    async run(until, giveUpAt) {
      await Promise.all(
        Array.from({ length: customers }, (_, index) => customer(`customer-${index + 1}`, until, giveUpAt)),
      );
    },
    async say(addresses, giveUpAt) {
      await Promise.all(
        addresses.map((address) => {
          lastWord += 1;
          const { message, text } = write(address, `${address}-word-${lastWord}`, random, false);
          return postUntilTaken(message, bodyOf(message, text), giveUpAt, { own: random });
        }),
      );
    },
    crowd(size, server, giveUpAt) {
      lastWord += 1;
      const url = webhookUrls[server] ?? webhookUrls[0];
      const addresses = Array.from({ length: size }, (_, index) => `crowd-${lastWord}-${index + 1}`);
      const posts = addresses.map((address) => {
        const { message, text } = write(address, `${address}-1`, random, true);
        return postUntilTaken(message, bodyOf(message, text), giveUpAt, { own: random, first: url });
      });
      return { addresses, first: Promise.race(posts), all: Promise.all(posts).then(() => undefined) };
    },
  };

  async function customer(address: string, until: number, giveUpAt: number): Promise<void> {
    const own = random.stream(address);
    for (let burst = 1; Date.now() < until; burst++) {
      const messages = Array.from({ length: own.happens(0.25) ? own.between(2, 4) : 1 }, (_, index) =>
        write(address, `${address}-${burst}-${index + 1}`, own),
      );
      await Promise.all(messages.map(({ message, text }) => deliver(message, text, giveUpAt, own)));
      await sleep(own.happens(0.2) ? own.between(0, 40) : own.between(150, 900));
    }
  }

  function write(
    address: string,
    eventId: string,
    own: Random,
    asksForPerson = own.happens(0.1),
  ): { message: PostedMessage; text: string } {
    const text = `${asksForPerson ? own.pick(requests) : own.pick(questions)} ${customerToken(eventId)}`;
    const message: PostedMessage = {
      eventId,
      address,
      asksForPerson,
      firstSentAt: Date.now(),
      acknowledgedAt: null,
      conversationIds: new Set(),
      posts: 0,
      acknowledgements: 0,
    };
    ledger.posted.push(message);
    return { message, text };
  }

  async function deliver(message: PostedMessage, text: string, giveUpAt: number, own: Random): Promise<void> {
    const body = bodyOf(message, text);
    const copies = own.happens(0.4) ? own.between(2, 4) : 1;
    await Promise.all(
      Array.from({ length: copies }, async (_, copy) => {
        if (copy > 0) await sleep(own.between(0, 400));
        await postUntilTaken(message, body, giveUpAt, { own });
      }),
    );
  }

  async function postUntilTaken(
    message: PostedMessage,
    body: Uint8Array,
    giveUpAt: number,
    { own, first }: { readonly own: Random; readonly first?: string },
  ): Promise<void> {
    for (let url = first; Date.now() < giveUpAt; url = undefined) {
      message.posts += 1;
      const { status, conversationId } = await post(url ?? own.pick(webhookUrls), message.eventId, body);
      if (conversationId !== null) message.conversationIds.add(conversationId);
      if (status >= 200 && status < 300) {
        message.acknowledgements += 1;
        message.acknowledgedAt ??= Date.now();
        return;
      }
      if (status !== lost && status < 500 && status !== 429) ledger.oddAnswers.push(`webhook ${status}`);
      await sleep(own.between(80, 400));
    }
  }

  async function post(url: string, id: string, body: Uint8Array) {
    try {
      const signature = await signing.sign({ id, nowMs: Date.now(), body });
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", ...signature },
        body: body as Uint8Array<ArrayBuffer>,
        signal: AbortSignal.timeout(postTimeoutMs),
      });
      const answer = (await response.json()) as { conversationId?: string | null };
      return { status: response.status, conversationId: answer.conversationId ?? null };
    } catch {
      return { status: lost, conversationId: null };
    }
  }
}

function bodyOf({ address, firstSentAt }: PostedMessage, text: string): Uint8Array {
  const data = { from: address, text, name: address, locale: "en" };
  const body = { type: "message", timestamp: new Date(firstSentAt).toISOString(), data };
  return new TextEncoder().encode(JSON.stringify(body));
}
