import { createRequire } from "node:module";
import { resolve } from "node:path";
import * as z from "zod";
import type { Trace } from "../../http/observe.ts";

const traceModule = z.object({ span: z.custom<Trace["span"]>((value) => typeof value === "function") });

/** The operator's own module, for OpenTelemetry or anything like it: `export function span(name, attributes, work)`. */
export function loadTrace(path: string): Trace {
  // `require` and not `import()`: the path is the operator's, and the house has no computed imports.
  const loaded: unknown = createRequire(import.meta.url)(resolve(path));
  const parsed = traceModule.safeParse(loaded);
  if (parsed.success) return { span: parsed.data.span };
  throw new Error(`BATON_TRACE_MODULE: ${path} must export a function span(name, attributes, work).`);
}
