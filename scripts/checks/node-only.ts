/**
 * What runs on Node and nowhere else, in one place. The Worker's entry may not reach any of it, and everything
 * that is not listed here may not import a `node:` module.
 */
const nodeOnlyFiles: readonly { readonly path: string; readonly reason: string }[] = [
  { path: "src/entry/", reason: "starts the process; what the Worker's entry reaches is checked file by file" },
  { path: "adapters/stores/sqlite/node.ts", reason: "the one file that opens node:sqlite" },
  { path: "adapters/notifiers/email/client.ts", reason: "SMTP speaks TCP" },
  { path: "adapters/stores/redis/", reason: "TCP connections that outlive a request" },
];

/** Packages that need Node, or are too heavy for the edge. pino alone has a build for the browser. */
export const nodeOnlyPackages: readonly string[] = [
  "@hono/node-server",
  "@redis/client",
  "better-sqlite3",
  "botbuilder",
  "nodemailer",
  "redis",
  "ws",
];

/** node: modules that workerd itself provides and that a library in the bundle may therefore import. */
export const nodeModulesOfWorkerd: readonly string[] = ["node:zlib"];

export function isNodeOnlyFile(path: string): boolean {
  return nodeOnlyFiles.some((entry) => (entry.path.endsWith("/") ? path.startsWith(entry.path) : path === entry.path));
}

/** `@scope/name/sub` → `@scope/name`. */
export function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
