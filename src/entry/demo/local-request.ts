const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);
/** Whoever sets one of these stands between us and somebody we cannot see. */
const proxyHeaders = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via", "cf-ray"];

/**
 * Whether a page on this very machine asks. A foreign page that pointed its own name at 127.0.0.1 (DNS rebinding)
 * still sends that name as Host.
 */
export function isLocalRequest(request: Request): boolean {
  const host = request.headers.get("host") ?? new URL(request.url).host;
  if (!loopbackNames.has(URL.parse(`http://${host}`)?.hostname ?? "")) return false;
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  return proxyHeaders.every((name) => !request.headers.has(name));
}

export function isLoopbackHost(host: string): boolean {
  return loopbackNames.has(host) || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}
