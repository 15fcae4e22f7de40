import { describe, expect, test } from "vitest";
import type { Delivery, Notifier } from "../../src/ports/notifier.ts";

/** What a notifier brings so that the contract can speak to it without knowing what is behind it. */
export interface NotifierUnderTest {
  readonly notifier: Notifier;
  /** Somebody it reaches. */
  readonly to: Delivery["to"];
  /** Everything that reached the other side so far, as it came over the wire. */
  readonly received: () => readonly string[];
  /** Ways in which the other side fails. */
  readonly failures: readonly NotifierFailureCase[];
  /** From now on no answer comes. */
  readonly hang: () => void;
  /** Tokens, passwords and the like, which may show up in no error. */
  readonly secrets: readonly string[];
  close(): Promise<void>;
}

export interface NotifierFailureCase {
  readonly name: string;
  readonly arrange: () => void;
  readonly status: "retry" | "failed";
}

/** What a customer wrote, where the operator wants it; it belongs into the message and into no error. */
const customersWords = "my parcel 4711 never came";

export const delivery = (to: Delivery["to"], id = "shop_c1.7.3.kim.email"): Delivery => ({
  id,
  to,
  words: {
    language: "en",
    direction: "ltr",
    subject: "A customer is waiting for a person · Billing",
    entries: [
      {
        title: "A customer is waiting for a person.",
        lines: [{ label: "Queue", value: "Billing & <Refunds>" }],
        excerpt: { label: "The customer wrote", text: customersWords },
        link: { label: "Open the conversation", url: "https://baton.shop.example/console/conversations/shop_c1" },
      },
    ],
    more: null,
    footer: "You decide what you are told.",
  },
  told: [
    {
      kind: "handoff-opened",
      conversationId: "shop_c1",
      at: 1_795_000_000_000,
      subjectId: "shop_c1.h3",
      reason: "explicit-request",
      priority: "high",
      actorId: null,
      detail: null,
      targets: [{ type: "queue", id: "billing" }],
    },
  ],
});

interface NotifierCase {
  readonly name: string;
  readonly run: (subject: NotifierUnderTest) => Promise<void>;
}

const never = () => new AbortController().signal;

export const notifierCases: readonly NotifierCase[] = [
  {
    name: "delivers once, and says so only when the other side has accepted it",
    run: async ({ notifier, to, received }) => {
      expect(await notifier.deliver(delivery(to), never())).toEqual({ status: "delivered" });
      expect(received()).toHaveLength(1);
    },
  },
  {
    name: "reaches nobody it says it does not reach",
    run: async ({ notifier, received }) => {
      const { reachesPeople, reachesEndpoints, places } = notifier.capabilities;
      const strangers: Delivery["to"][] = [
        ...(reachesPeople
          ? []
          : [{ type: "person", name: "Kim", email: "kim@shop.example", slackMemberId: null } as const]),
        ...(reachesEndpoints ? [] : [{ type: "endpoint", url: "https://shop.example/in", secret: "whsec_" } as const]),
        ...(places.includes("nowhere") ? [] : [{ type: "place", id: "nowhere" } as const]),
      ];
      for (const stranger of strangers) {
        expect(await notifier.deliver(delivery(stranger), never())).toMatchObject({ status: "failed", isGone: false });
      }
      expect(received()).toEqual([]);
    },
  },
  {
    name: "tells what may pass from what will not",
    run: async ({ notifier, to, failures }) => {
      expect(failures.map(({ status }) => status)).toEqual(expect.arrayContaining(["retry", "failed"]));
      for (const { name, arrange, status } of failures) {
        arrange();
        expect([name, (await notifier.deliver(delivery(to), never())).status]).toEqual([name, status]);
      }
    },
  },
  {
    name: "names in its errors neither a secret nor what a customer wrote (I15)",
    run: async ({ notifier, to, failures, secrets }) => {
      for (const { arrange } of failures) {
        arrange();
        const result = await notifier.deliver(delivery(to), never());
        expect(result).toMatchObject({ error: expect.stringMatching(/\w/) });
        for (const word of [customersWords, ...secrets]) expect(JSON.stringify(result)).not.toContain(word);
      }
    },
  },
  {
    name: "gives up at once when it is told to, and says that it may be tried again",
    run: async ({ notifier, to, hang }) => {
      hang();
      const controller = new AbortController();
      const result = notifier.deliver(delivery(to), controller.signal);
      controller.abort();
      const late = new Promise((resolve) => setTimeout(resolve, 1_000, "late"));
      expect(await Promise.race([result, late])).toMatchObject({ status: "retry" });
    },
  },
  {
    name: "says the same words for the same delivery",
    run: async ({ notifier, to, received }) => {
      await notifier.deliver(delivery(to), never());
      await notifier.deliver(delivery(to), never());
      const [first, second] = received();
      expect(second).toBe(first);
    },
  },
];

export function notifierContract(name: string, open: () => Promise<NotifierUnderTest>): void {
  describe(`${name} as a notifier`, () => {
    for (const each of notifierCases) {
      test(each.name, async () => {
        const subject = await open();
        try {
          await each.run(subject);
        } finally {
          await subject.close();
        }
      });
    }
  });
}
