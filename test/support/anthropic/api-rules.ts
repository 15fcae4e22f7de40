/** What the API refuses with 400, as far as we could ever send it. */
export interface ApiRequest {
  readonly model: string;
  readonly max_tokens: number;
  readonly stream: boolean;
  readonly system: readonly ApiBlock[];
  readonly tools?: readonly {
    readonly name: string;
    readonly input_schema: unknown;
    readonly cache_control?: unknown;
  }[];
  readonly tool_choice?: { readonly type: string };
  readonly messages: readonly ApiMessage[];
  readonly output_config?: {
    readonly effort?: string;
    readonly format?: { readonly type: string; readonly schema: unknown };
  };
}

export interface ApiMessage {
  readonly role: string;
  readonly content: readonly ApiBlock[];
}

export interface ApiBlock {
  readonly type: string;
  readonly text?: string;
  readonly id?: string;
  readonly name?: string;
  readonly input?: unknown;
  readonly tool_use_id?: string;
  readonly content?: string;
  readonly is_error?: boolean;
  readonly thinking?: string;
  readonly signature?: string;
  readonly cache_control?: unknown;
}

const known = new Set([
  ...["model", "max_tokens", "stream", "system", "tools", "tool_choice", "messages", "output_config"],
]);

export function problemWith(request: ApiRequest): string | null {
  const odd = Object.keys(request).filter((name) => !known.has(name));
  if (odd.length > 0) return `${odd.join(", ")}: not permitted`;
  if (request.stream !== true) return "stream: this stand-in only streams";
  if (!(request.max_tokens > 0)) return "max_tokens: must be positive";
  if (["any", "tool"].includes(request.tool_choice?.type ?? "auto")) return "tool_choice: not supported for this model";
  if ((JSON.stringify(request).match(/"cache_control"/g) ?? []).length > 4) return "cache_control: at most 4";
  return request.messages.length === 0 ? "messages: at least one" : problemWithMessages(request.messages);
}

function problemWithMessages(messages: readonly ApiMessage[]): string | null {
  for (const [index, { role, content }] of messages.entries()) {
    if (role !== (index % 2 === 0 ? "user" : "assistant")) return `messages.${index}: roles must alternate`;
    if (content.length === 0) return `messages.${index}: content must not be empty`;
    if (content.some((block) => block.type === "text" && !/\S/.test(block.text ?? "")))
      return `messages.${index}: blank text`;
    const wanted = messages[index - 1]?.content.filter(({ type }) => type === "tool_use").map(({ id }) => id) ?? [];
    const given = content.filter(({ type }) => type === "tool_result").map((block) => block.tool_use_id);
    if (wanted.join() !== given.join()) return `messages.${index}: tool_use without its tool_result`;
    if (content.some((block) => block.type === "tool_use" && typeof block.input !== "object"))
      return "input: not an object";
  }
  return null;
}
