import type { ApiKey } from "../../http/keys.ts";
import { formatToken, sha256 } from "../../http/token.ts";
import { demoKeySecret } from "./derive.ts";
import { demoAgent, demoKeyId } from "./identity.ts";

/** Where http/keys.ts lists keys, so that the demo's is shown and can be revoked like any other. */
export const keyView = { view: "api-keys", key: "all" } as const;

/** The page's key: it speaks for the demo agent, and may do what an agent may do. */
export async function demoKeyDocument(secret: string, createdAt: number): Promise<ApiKey> {
  return {
    schemaVersion: 1,
    id: demoKeyId,
    name: "Demo page",
    scopes: ["conversations:read", "conversations:write", "feed:read", "agents:write"],
    agentId: demoAgent.id,
    createdAt,
    secretHash: await sha256(await demoKeySecret(secret)),
  };
}

export async function demoToken(workspaceId: string, secret: string): Promise<string> {
  return formatToken({ workspaceId, keyId: demoKeyId, secret: await demoKeySecret(secret) });
}
