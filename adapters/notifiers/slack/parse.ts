/** Pure: what Slack answers → what it means. Slack says 200 to almost everything; `ok` and `error` count. */
import * as z from "zod";
import { parseJson } from "../../kit/parse-json.ts";

const maxBytes = 256 * 1024;
const answer = z.object({
  ok: z.boolean(),
  error: z.string().max(100).optional(),
  user: z.object({ id: z.string().regex(/^[A-Z0-9]{2,30}$/) }).optional(),
});

export type SlackAnswer =
  | { readonly status: "ok"; readonly memberId: string | null }
  | { readonly status: "refused"; readonly code: string; readonly isTemporary: boolean };

/** Their own trouble, not ours. https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const temporary = new Set([
  ...["ratelimited", "rate_limited", "message_limit_exceeded", "internal_error", "fatal_error"],
  ...["service_unavailable", "team_added_to_org", "request_timeout", "accesslimited"],
]);

export function parseAnswer(body: Uint8Array): SlackAnswer {
  const parsed = parseJson(body, { schema: answer, maxBytes });
  if (parsed.status === "refused") return { status: "refused", code: "unreadable_answer", isTemporary: true };
  const { ok, error = "unknown", user } = parsed.value;
  if (ok) return { status: "ok", memberId: user?.id ?? null };
  const code = /^[a-z_]+$/.test(error) ? error : "unknown";
  return { status: "refused", code, isTemporary: temporary.has(code) };
}
