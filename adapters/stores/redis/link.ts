import { createClient, createCluster } from "redis";
import { isRefusedLogin } from "./redis-errors.ts";

/** One client of the `redis` package, single server or cluster: what connection.ts needs of it and no more. */
export interface Link {
  connect(): Promise<void>;
  send(args: string[]): Promise<unknown>;
  /** Ends after the answers that are still awaited. */
  close(): Promise<void>;
  destroy(): void;
}

export interface LinkOptions {
  /** `redis://` or `rediss://`, with user, password and database. */
  readonly url: string;
  /** The url names one node of a Redis Cluster. */
  readonly cluster: boolean;
  /** Decides the node in a cluster. */
  readonly routingKey: string;
  readonly connectTimeoutMs: number;
}

const longestPauseMs = 500;

export function createLink(options: LinkOptions): Link {
  return options.cluster ? clusterLink(options) : singleLink(options);
}

function singleLink({ url, connectTimeoutMs }: LinkOptions): Link {
  const client = createClient({ url, ...clientOptions(connectTimeoutMs) });
  client.on("error", ignore);
  return {
    connect: async () => {
      await client.connect();
    },
    send: (args) => client.sendCommand(args),
    close: async () => {
      if (client.isReady) await client.close();
      else client.destroy();
    },
    destroy: () => client.destroy(),
  };
}

function clusterLink({ url, routingKey, connectTimeoutMs }: LinkOptions): Link {
  const { username, password, protocol } = new URL(url);
  const { socket, ...rest } = clientOptions(connectTimeoutMs);
  const cluster = createCluster({
    rootNodes: [{ url }],
    minimizeConnections: true,
    RESP: 2,
    defaults: {
      ...rest,
      // The other nodes are told by address only.
      ...(username && { username: decodeURIComponent(username) }),
      ...(password && { password: decodeURIComponent(password) }),
      socket: protocol === "rediss:" ? { ...socket, tls: true } : socket,
    },
  });
  cluster.on("error", ignore);
  return {
    connect: async () => {
      await cluster.connect();
    },
    send: (args) => cluster.sendCommand(routingKey, false, args),
    close: async () => {
      await cluster.close();
    },
    destroy: () => cluster.destroy(),
  };
}

function clientOptions(connectTimeoutMs: number) {
  return {
    RESP: 2,
    // A call during an outage fails at once; nothing is sent later that its caller has given up on.
    disableOfflineQueue: true,
    // One timer per call is ours (connection.ts); the package's makes an AbortSignal for each.
    commandOptions: { timeout: 0 },
    maintNotifications: "disabled",
    socket: {
      connectTimeout: connectTimeoutMs,
      // Repeating a wrong password helps nobody: the call that needs the connection says what is wrong.
      reconnectStrategy: (retries: number, cause: Error) =>
        isRefusedLogin(cause) ? false : Math.min(25 * 2 ** retries, longestPauseMs),
    },
  } as const;
}

/** Every failure reaches the caller whose call failed; an `error` event without a listener would end the process. */
function ignore(): void {}
