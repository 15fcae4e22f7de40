import type * as z from "zod";
import type { Engine } from "../../engine/engine.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Store } from "../../ports/store.ts";
import type { DeclaredAccess } from "../access.ts";
import type { Api } from "../environment.ts";
import type { Keys } from "../keys.ts";

/** What the routes of the API are made of. */
export interface ApiParts {
  readonly api: Api;
  readonly declared: DeclaredAccess;
  readonly engine: Engine;
  readonly store: Store;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** A successful answer of a route, for its definition. */
export function answers<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { "application/json": { schema } } };
}

/** A JSON body of a route, for its definition. */
export function accepts<Schema extends z.ZodType>(schema: Schema) {
  return { content: { "application/json": { schema } }, required: true } as const;
}
