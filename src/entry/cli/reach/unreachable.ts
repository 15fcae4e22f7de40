/** Why nothing was answered, with the address that was asked; `null`: it was asked in this process. */
export function whyUnreachable(error: unknown, origin: string | null): string {
  const why = error instanceof Error ? error.message : String(error);
  if (origin === null) return `The server does not answer as Baton does: ${why}.`;
  if (error instanceof SyntaxError) return `What answers at ${origin} is not Baton. ${whence}`;
  return `The server at ${origin} does not answer: ${causeOf(error) ?? why}. ${whence}`;
}

const whence = "BATON_URL says which server is asked.";

/** `fetch failed` says nothing; what it failed of does. */
function causeOf(error: unknown): string | null {
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(cause instanceof Error)) return null;
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
}

/** To whoever types commands, who knows of no header. */
export function whyNoKey(origin: string | null): string {
  const where = origin === null ? "this server" : `the server at ${origin}`;
  return `BATON_TOKEN (or else BATON_ADMIN_TOKEN) holds no valid key of ${where}: it is mistyped, revoked or of another workspace.`;
}
