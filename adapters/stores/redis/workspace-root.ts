/** What every key of a workspace begins with; the braces are the hash tag that keeps them in one slot of a cluster. */
export function workspaceRoot(workspaceId: string): string {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(workspaceId)) {
    throw new Error(
      "The workspace's id cannot be part of a Redis key. Use 1 to 64 letters, digits, hyphens and underscores.",
    );
  }
  return `baton:{${workspaceId}}`;
}
