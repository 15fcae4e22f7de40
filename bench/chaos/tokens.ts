/** Marks in texts by which the harness finds its own messages again, whatever Baton's ids say. */
export function customerToken(eventId: string): string {
  return `[c:${eventId}]`;
}

export function turnToken(turnId: string): string {
  return `[t:${turnId}]`;
}

export function replyToken(key: string): string {
  return `[a:${key}]`;
}

export function tokensIn(text: string, kind: "c" | "t" | "a"): string[] {
  return [...text.matchAll(/\[([cta]):([^\]]+)\]/g)].flatMap(([, found, id]) => (found === kind && id ? [id] : []));
}
