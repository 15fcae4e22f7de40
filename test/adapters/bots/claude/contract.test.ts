import type { BotError } from "../../../../src/ports/bot.ts";
import { botContract } from "../../../contracts/bot.ts";
import { says, streams } from "../../../support/anthropic/stream-answer.ts";
import {
  type ApiAnswer,
  errorAnswer,
  hangUp,
  openAnthropicServer,
  silence,
} from "../../../support/anthropic-server.ts";
import { botAt, modelAt, parrot } from "./subject.ts";

const question = "where is my order";
const wrongCall = streams([{ tool: "propose_handoff", json: '{"reason":"the-customer-is-a-fool"}' }]);

botContract("The Claude bot", async () => {
  const server = await openAnthropicServer();
  server.answerWith(parrot);
  const failing = (name: string, answer: ApiAnswer, failure: BotError["failure"], retryable: boolean) => ({
    name,
    arrange: () => server.answerWith(answer),
    failure,
    retryable,
  });
  const cutAt = (events: number, ending: "break" | "end" | "silence" | { error: string }) =>
    says("It left this morning.", { until: { events, ending } });
  return {
    // Every case alone: what one after the other does is the circuit breaker's own test.
    bot: botAt(server, { model: modelAt(server, { breaker: { threshold: 1_000 }, idleTimeoutMs: 1_000 }) }),
    question,
    failures: [
      failing("400", errorAnswer(400, "invalid_request_error", question), "error", false),
      failing("402", errorAnswer(402, "billing_error", question), "error", false),
      failing("403", errorAnswer(403, "permission_error"), "error", false),
      failing("404", errorAnswer(404, "not_found_error"), "error", false),
      failing("413", errorAnswer(413, "request_too_large"), "error", false),
      failing("302", (response) => response.writeHead(302, { location: "/elsewhere" }).end(), "error", false),
      failing("429", errorAnswer(429, "rate_limit_error"), "overload", true),
      failing("529", errorAnswer(529, "overloaded_error"), "overload", true),
      failing("503", errorAnswer(503, "api_error"), "overload", true),
      failing("500", errorAnswer(500, "api_error", question), "error", true),
      failing("504", errorAnswer(504, "timeout_error"), "time-out", true),
      failing("an error page that is no JSON", (response) => response.writeHead(502).end(question), "error", true),
      failing("a closed connection", hangUp, "error", true),
      failing("silence", silence, "time-out", true),
      failing("silence in the middle", cutAt(3, "silence"), "time-out", true),
      failing("a stream that breaks", cutAt(3, "break"), "error", true),
      failing("a stream that just ends", cutAt(5, "end"), "error", true),
      failing("an overload in the middle", cutAt(3, { error: "overloaded_error" }), "overload", true),
      failing("an error in the middle", cutAt(3, { error: "api_error" }), "error", true),
      failing("a lasting error in the middle", cutAt(3, { error: "invalid_request_error" }), "error", false),
      failing("a stream that is none", (response) => response.end(question), "error", true),
      failing("an event that is no JSON", brokenEvent, "error", true),
      failing("a refusal", says(`I refuse: ${question}`, { stopReason: "refusal" }), "refusal", false),
      failing("an answer of nothing", streams([]), "empty", false),
      failing("an answer of blanks", says(" \n\u200b "), "empty", false),
      failing("half a sentence", says("It left this", { stopReason: "max_tokens" }), "malformed", false),
      failing("half a tool call", streams([halfCall], { stopReason: "max_tokens" }), "malformed", false),
      failing("a full window", says("It", { stopReason: "model_context_window_exceeded" }), "malformed", false),
      failing("an unknown reason to stop", says("It left.", { stopReason: "bored" }), "malformed", false),
      failing("a wrong tool call, again and again", wrongCall, "malformed", false),
    ],
    cannot: {},
    hang: () => server.answerWith(silence),
    secrets: [server.key],
    close: server.close,
  };
});

const halfCall = { tool: "propose_handoff", json: '{"reason":"custo' };

const brokenEvent: ApiAnswer = (response) => {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.end(`event: message_start\ndata: {"type": ${question}\n\n`);
};
