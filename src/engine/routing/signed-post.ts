/** A signed JSON call to a service of the company's; the entries know how it leaves. Never throws for what it meets. */
export type SignedPost = (call: PostCall, signal: AbortSignal) => Promise<PostAnswer>;

export interface PostCall {
  /** The same over repetitions. */
  readonly id: string;
  readonly url: string;
  readonly body: Uint8Array;
  readonly timeoutMs: number;
  readonly maxAnswerBytes: number;
}

export type PostAnswer =
  | { readonly status: "answered"; readonly body: Uint8Array }
  /** `refused`: an answer that is no success, or an address that may not be called. */
  | { readonly status: "timed-out" | "failed" | "refused" };
