/**
 * The part of `cloudflare:test` that these tests use. `@cloudflare/workers-types` would declare globals
 * (Request, Response, …) that clash with those of the rest of the project.
 */
declare module "cloudflare:test" {
  import type { DurableStorage } from "../../adapters/stores/sqlite/durable.ts";
  import type { AlarmStorage } from "../../src/entry/worker/alarm-waker.ts";

  interface ObjectState {
    readonly storage: DurableStorage & AlarmStorage;
  }
  interface ObjectNamespace {
    newUniqueId(): unknown;
    get(id: unknown): unknown;
    getByName(name: string): unknown;
  }

  export const env: { readonly STORES: ObjectNamespace; readonly WORKSPACES: ObjectNamespace };
  /** The Worker itself, as it is reached from outside. */
  export const SELF: { fetch(url: string, init?: RequestInit): Promise<Response> };
  export function runInDurableObject<T>(
    object: unknown,
    work: (instance: unknown, state: ObjectState) => Promise<T>,
  ): Promise<T>;
  /** Kills every object as it is; what they have stored stays. */
  export function abortAllDurableObjects(): Promise<void>;
  /** Forgets everything that was stored. */
  export function reset(): Promise<void>;
}
