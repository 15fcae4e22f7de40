/**
 * The part of `cloudflare:test` that these tests use. `@cloudflare/workers-types` would declare globals
 * (Request, Response, …) that clash with those of the rest of the project.
 */
declare module "cloudflare:test" {
  import type { DurableStorage } from "../../adapters/stores/sqlite/durable.ts";

  interface ObjectState {
    readonly storage: DurableStorage;
  }
  interface ObjectNamespace {
    newUniqueId(): unknown;
    get(id: unknown): unknown;
  }

  export const env: { readonly STORES: ObjectNamespace };
  export function runInDurableObject<T>(
    object: unknown,
    work: (instance: unknown, state: ObjectState) => Promise<T>,
  ): Promise<T>;
}
