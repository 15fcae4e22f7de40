import type { Plugin } from "vite";

const importOfAll = 'import { z } from "zod";';
/** All it does with it: `extendZodWithOpenApi` adds `openapi` to the prototype. */
const importOfUsed = 'import { ZodType } from "zod"; const z = { ZodType };';

/**
 * `@hono/zod-openapi` hands the whole of zod to a function that needs one class of it. Whoever passes a namespace on
 * keeps all of it in the bundle: messages in fifty languages, JSON Schema in both directions, a compiler.
 */
export function withoutWholeZod(): Plugin {
  return {
    name: "without-whole-zod",
    transform: {
      filter: { id: /\/@hono\/zod-openapi\/dist\/index\.mjs$/ },
      handler(code) {
        if (!code.includes(importOfAll)) {
          throw new Error(`@hono/zod-openapi no longer says ${importOfAll}, look whether it still needs all of zod.`);
        }
        return { code: code.replace(importOfAll, importOfUsed), map: null };
      },
    },
  };
}
