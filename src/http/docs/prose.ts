import { html } from "hono/html";

/** A description as our schemas hold it: plain sentences, with names in backticks. */
export function prose(text: string | undefined): ReturnType<typeof html> {
  const parts = (text ?? "").split("`");
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}
