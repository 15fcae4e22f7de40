/** The first of what comes back by itself, planned once in a process however often it is asked for; again after a fault. */
export function armOnce(plan: () => Promise<void>): () => Promise<void> {
  let armed: Promise<void> | null = null;
  return () => {
    armed ??= plan().catch((error: unknown) => {
      armed = null;
      throw error;
    });
    return armed;
  };
}
