/** What every page of ours is sent with: nothing runs, nothing loads and nobody frames it but what is named here. */
export async function htmlHeaders(
  inlineStyles: readonly string[],
  { formAction = "'none'" }: { readonly formAction?: "'none'" | "'self'" } = {},
): Promise<Record<string, string>> {
  const hashes = await Promise.all(inlineStyles.map(sourceHash));
  return {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": [
      "default-src 'none'",
      `style-src ${hashes.join(" ")}`,
      "base-uri 'none'",
      `form-action ${formAction}`,
      "frame-ancestors 'none'",
    ].join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-cache",
  };
}

/** https://www.w3.org/TR/CSP3/#grammardef-hash-source */
async function sourceHash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}
