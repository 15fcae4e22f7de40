/** What the demo is made of, by name. One agent, one key, one channel in each workspace. */
export const demoAgent = { id: "baton-demo", name: "Robin (demo agent)" } as const;
export const demoKeyId = "demo";

/** Never leaves the process: the channel's way out is led to the demo's own handler. */
export const demoReplyUrl = "https://demo.invalid/replies";

export function demoChannelId(workspaceId: string): string {
  return `${workspaceId}.demo`;
}
