/** What the load generator is asked to do, in a process of its own; it crosses the channel between the two as data. */
export type Plan = AckPlan | CyclePlan | FeedPlan;

interface EveryPlan {
  /** Connections take turns; several are processes of one Baton. */
  readonly ports: readonly [number, ...number[]];
  readonly path: string;
  /** `whsec_…` */
  readonly secret: string;
  readonly connections: number;
  /** Customers are `{prefix}{number}`, from 0. */
  readonly addressPrefix: string;
  readonly addresses: number;
  /** Every how manieth of them writes. Default: every one. */
  readonly stride?: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
}

/** Signed webhook → 2xx, each connection one request after the other. */
export interface AckPlan extends EveryPlan {
  readonly type: "ack";
}

/** Signed webhook → the reply arrives; each customer writes again when the answer is there. */
export interface CyclePlan extends EveryPlan {
  readonly type: "cycle";
}

/** Ordinary cycles at a fixed rate, and beside them customers who ask for a person: how soon a desk's feed shows them. */
export interface FeedPlan extends EveryPlan {
  readonly type: "feed";
  readonly token: string;
  readonly messagesPerSecond: number;
  readonly handoffsPerSecond: number;
}

export interface LoadResult {
  readonly perSecond: number;
  readonly completed: number;
  /** Answers other than 2xx, replies that never came. */
  readonly failures: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Of the generator itself while it measured: near 1 means that it was the bottleneck. */
  readonly generatorBusy: number;
}

export type ToGenerator = { readonly id: number; readonly plan: Plan };
export type FromGenerator =
  | { readonly type: "ready"; readonly replyUrl: string }
  | { readonly type: "measuring"; readonly id: number }
  | { readonly type: "done"; readonly id: number; readonly result: LoadResult }
  | { readonly type: "failed"; readonly id: number; readonly error: string };

export function portOf({ ports }: EveryPlan, connection: number): number {
  return ports[connection % ports.length] ?? ports[0];
}
