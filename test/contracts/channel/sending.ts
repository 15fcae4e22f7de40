import { expect } from "vitest";
import type { SendResult } from "../../../src/ports/channel.ts";
import { answerStatus, hangUp, neverAnswer } from "../../adapters/kit/outside-server.ts";
import { type ChannelCase, type ChannelUnderTest, offer, outboundMessage } from "./under-test.ts";

export const sending: readonly ChannelCase[] = [
  {
    name: "sends the text once",
    run: async (subject) => {
      expect(await send(subject)).toMatchObject({ status: "sent" });
      expect(subject.outside.calls).toHaveLength(1);
      expect(subject.outside.calls[0]?.body.toString()).toContain(outboundMessage.text);
    },
  },
  {
    name: "asks in words, and shows the choices where it has buttons",
    run: async (subject) => {
      expect(await send(subject, offer)).toMatchObject({ status: "sent" });
      const body = subject.outside.calls[0]?.body.toString();
      expect(body).toContain(offer.text);
      if (!subject.channel.capabilities.hasButtons) return;
      for (const { label } of offer.choices) expect(body).toContain(label);
    },
  },
  {
    name: "repeats a send under the same id",
    run: async (subject) => {
      await send(subject);
      await send(subject);
      const [first, again] = subject.outside.calls.map(subject.idOf);
      expect(first).toMatch(/\S/);
      expect(again).toBe(first);
    },
  },
  {
    name: "wants another try after 5xx and 429, and passes Retry-After on",
    run: async (subject) => {
      for (const status of [500, 502, 503]) {
        subject.outside.answerWith(answerStatus(status));
        expect(await send(subject)).toMatchObject({ status: "retry" });
      }
      subject.outside.answerWith(answerStatus(429, { "retry-after": "7" }));
      expect(await send(subject)).toMatchObject({ status: "retry", retryAfterMs: 7_000, mayHaveArrived: false });
    },
  },
  {
    name: "gives up after another 4xx",
    run: async (subject) => {
      for (const status of [400, 404, 410]) {
        subject.outside.answerWith(answerStatus(status));
        expect(await send(subject)).toMatchObject({ status: "failed" });
      }
    },
  },
  {
    name: "says that a send may have arrived when its answer was lost",
    run: async (subject) => {
      for (const answer of [neverAnswer, hangUp]) {
        subject.outside.answerWith(answer);
        expect(await send(subject)).toMatchObject({ status: "retry", mayHaveArrived: true });
      }
    },
  },
  {
    name: "says that a send did not arrive when nobody was there",
    run: async (subject) => {
      await subject.outside.close();
      expect(await send(subject)).toMatchObject({ status: "retry", mayHaveArrived: false });
    },
  },
  {
    name: "stops when it is aborted",
    run: async (subject) => {
      const controller = new AbortController();
      subject.outside.answerWith(() => controller.abort());
      expect(await send(subject, outboundMessage, controller.signal)).toMatchObject({
        status: "retry",
        mayHaveArrived: true,
      });
      expect(await send(subject, outboundMessage, controller.signal)).toMatchObject({
        status: "retry",
        mayHaveArrived: false,
      });
      expect(subject.outside.calls).toHaveLength(1);
    },
  },
  {
    name: "shows neither secrets nor customers' words in a failure (I15)",
    run: async (subject) => {
      for (const answer of [answerStatus(400), answerStatus(500), hangUp]) {
        subject.outside.answerWith(answer);
        const shown = JSON.stringify(await send(subject));
        for (const hidden of [...subject.secretTexts, outboundMessage.text, outboundMessage.address]) {
          expect(shown).not.toContain(hidden);
        }
      }
    },
  },
];

function send(
  subject: ChannelUnderTest,
  message = outboundMessage,
  signal = new AbortController().signal,
): Promise<SendResult> {
  return subject.channel.send(message, signal);
}
