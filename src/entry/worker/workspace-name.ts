/** `{workspace}.{name}` */
export function workspaceOfChannel(channelId: string): string {
  return channelId.split(".")[0] ?? channelId;
}

/** `Bearer bk_{workspace}_…`; `null` for everything else, an admin token among it. */
export function workspaceOfKey(authorization: string | null): string | null {
  return /^Bearer +bk_([a-z0-9][a-z0-9-]{0,31})_/i.exec(authorization ?? "")?.[1] ?? null;
}
