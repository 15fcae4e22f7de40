import type { Notifying } from "../../src/engine/notifications/notifying.ts";
import { createSealer } from "../../src/engine/sealer.ts";
import type { Delivery, DeliveryResult, Notifier, NotifierMethod } from "../../src/ports/notifier.ts";

export interface RecordingNotifier extends Notifier {
  readonly delivered: Delivery[];
  /** What the other side answers from now on; by itself it accepts everything. */
  answerWith(answer: (delivery: Delivery) => DeliveryResult | Promise<DeliveryResult>): void;
}

/** Somebody at the end of the wire who remembers what reached them. */
export function recordingNotifier(method: NotifierMethod, places: readonly string[] = []): RecordingNotifier {
  const delivered: Delivery[] = [];
  let answer: (delivery: Delivery) => DeliveryResult | Promise<DeliveryResult> = () => ({ status: "delivered" });
  return {
    method,
    capabilities: { reachesPeople: method !== "webhook", reachesEndpoints: method === "webhook", places },
    delivered,
    answerWith(next) {
      answer = next;
    },
    async deliver(delivery) {
      const result = await answer(delivery);
      if (result.status === "delivered") delivered.push(delivery);
      return result;
    },
  };
}

export function notifyingBy(notifiers: readonly Notifier[], differing: Partial<Notifying> = {}): Notifying {
  return {
    notifiers: new Map(notifiers.map((notifier) => [notifier.method, notifier])),
    publicUrl: "https://baton.shop.example",
    showsExcerpt: false,
    sealer: createSealer("a secret of the tests, 32 characters"),
    endpointProblem: (url) => (url.startsWith("https://") ? null : "The address must begin with https://."),
    ...differing,
  };
}
