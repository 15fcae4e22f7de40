/** Used of a Durable Object's storage. */
interface KeyValueStorage {
  get(key: string): Promise<unknown>;
  put(key: string, value: string): Promise<void>;
}

const key = "baton-secret";

/** The secret of a workspace that was given none: made once, kept in its object. */
export async function objectSecret(storage: KeyValueStorage): Promise<string> {
  const stored = await storage.get(key);
  if (typeof stored === "string") return stored;
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const secret = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  await storage.put(key, secret);
  return secret;
}
