import type { Accepted } from "../../engine/inbound.ts";
import type { ChannelEvent } from "../../ports/channel.ts";

/** The workspace's object, as the Worker calls it. */
export interface WorkspaceStub {
  accept(channelId: string, event: ChannelEvent): Promise<Accepted>;
  fetch(request: Request): Promise<Response>;
}

/** wrangler.toml binds the first two; everything else is a setting of the same name as on Node. */
export interface Bindings {
  readonly WORKSPACES: { getByName(name: string): WorkspaceStub };
  readonly ASSETS: { fetch(request: Request): Promise<Response> };
}

/** Settings are text; bindings are not. */
export function settingsOf(env: object): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
