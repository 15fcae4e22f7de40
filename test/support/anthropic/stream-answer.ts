/** What a model says, as the server-sent events in which it arrives. */
import type { ServerResponse } from "node:http";
import type { ApiAnswer, ReceivedRequest } from "../anthropic-server.ts";

export type Part =
  | { readonly text: string }
  | { readonly tool: string; readonly input: unknown; readonly id?: string }
  /** To the letter, so that it can be broken. */
  | { readonly tool: string; readonly json: string; readonly id?: string }
  | { readonly thinking: string };

export interface StreamOptions {
  readonly stopReason?: string;
  readonly usage?: Partial<ApiUsage>;
  /** Only so many events; then the connection breaks, ends, falls silent or reports an error of this type. */
  /** Goes on after so many events only when somebody lets it. */
  readonly gates?: readonly { readonly afterEvents: number; readonly open: Promise<void> }[];
  readonly until?: {
    readonly events: number;
    readonly ending: "break" | "end" | "silence" | { readonly error: string };
  };
}

export interface ApiUsage {
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cache_read_input_tokens: number;
  readonly cache_creation_input_tokens: number;
}

const someUsage: ApiUsage = {
  input_tokens: 100,
  output_tokens: 20,
  cache_read_input_tokens: 1_000,
  cache_creation_input_tokens: 200,
};

/** `parts` may depend on what was asked. */
export function streams(
  parts: readonly Part[] | ((request: ReceivedRequest) => readonly Part[]),
  options: StreamOptions = {},
): ApiAnswer {
  return (response, request) => {
    const events = eventsOf(typeof parts === "function" ? parts(request) : parts, options);
    response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
    response.write('event: ping\ndata: {"type": "ping"}\n\n');
    void writeAll(response, events, options);
  };
}

async function writeAll(response: ServerResponse, events: readonly Event[], { until, gates = [] }: StreamOptions) {
  for (const [index, event] of events.slice(0, until?.events).entries()) {
    await gates.find(({ afterEvents }) => afterEvents === index)?.open;
    write(response, event);
  }
  if (!until || until.ending === "end") response.end();
  else if (until.ending === "break") response.socket?.end(() => response.destroy());
  else if (until.ending !== "silence") {
    write(response, { type: "error", error: { type: until.ending.error, message: "no" } });
    response.end();
  }
}

export function says(text: string, options: StreamOptions = {}): ApiAnswer {
  return streams([{ text }], options);
}

export function uses(tool: string, input: unknown): ApiAnswer {
  return streams([{ tool, input }]);
}

type Event = { readonly type: string } & Readonly<Record<string, unknown>>;

function eventsOf(parts: readonly Part[], { stopReason, usage }: StreamOptions): readonly Event[] {
  const { output_tokens, ...prompt } = { ...someUsage, ...usage };
  const message = {
    id: "msg_01",
    type: "message",
    role: "assistant",
    model: "stand-in",
    content: [],
    stop_reason: null,
  };
  const wantsTools = parts.some((part) => "tool" in part);
  const stop_reason = stopReason ?? (wantsTools ? "tool_use" : "end_turn");
  return [
    { type: "message_start", message: { ...message, stop_sequence: null, usage: { ...prompt, output_tokens: 1 } } },
    ...parts.flatMap(partEvents),
    { type: "message_delta", delta: { stop_reason, stop_sequence: null }, usage: { output_tokens } },
    { type: "message_stop" },
  ];
}

function partEvents(part: Part, index: number): Event[] {
  const block = (content_block: unknown, deltas: readonly unknown[]): Event[] => [
    { type: "content_block_start", index, content_block },
    ...deltas.map((delta) => ({ type: "content_block_delta", index, delta })),
    { type: "content_block_stop", index },
  ];
  if ("text" in part)
    return block(
      { type: "text", text: "", citations: null },
      pieces(part.text).map((text) => ({ type: "text_delta", text })),
    );
  if ("thinking" in part) {
    const thinking = { type: "thinking_delta", thinking: part.thinking };
    return block({ type: "thinking", thinking: "", signature: "" }, [
      thinking,
      { type: "signature_delta", signature: "c2ln" },
    ]);
  }
  const json = "json" in part ? part.json : JSON.stringify(part.input);
  const start = { type: "tool_use", id: part.id ?? `toolu_0${index}`, name: part.tool, input: {} };
  return block(
    start,
    pieces(json).map((partial_json) => ({ type: "input_json_delta", partial_json })),
  );
}

function pieces(text: string): string[] {
  return text.match(/.{1,9}/gsu) ?? [];
}

function write(response: ServerResponse, event: Event): void {
  response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
}
