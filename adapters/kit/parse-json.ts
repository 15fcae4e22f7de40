/** The one way from foreign bytes to a value: bounded, checked by a schema, and never quoted in an error (I15). */
import type * as z from "zod";
import { isNestedDeeperThan } from "./json-depth.ts";

export type ParsedJson<Value> =
  | { readonly status: "parsed"; readonly value: Value }
  | JsonRefusal<"too-large" | "not-json" | "invalid">;

export type ValidJson<Value> = { readonly status: "parsed"; readonly value: Value } | JsonRefusal<"invalid">;

interface JsonRefusal<Code> {
  readonly status: "refused";
  readonly code: Code;
  /** Names fields, sizes and expectations; never a value. */
  readonly detail: string;
}

export interface JsonLimits {
  readonly maxBytes: number;
  /** Brackets within brackets. Default 32. */
  readonly maxDepth?: number;
}

const decoder = new TextDecoder("utf-8", { fatal: true });
const safeName = /^[\w-]{1,40}$/;

export function parseJson<Schema extends z.ZodType>(
  bytes: Uint8Array,
  { schema, maxBytes, maxDepth = 32 }: JsonLimits & { readonly schema: Schema },
): ParsedJson<z.output<Schema>> {
  if (bytes.length > maxBytes) {
    return refused("too-large", `The body has ${bytes.length} bytes; at most ${maxBytes} are accepted.`);
  }
  if (isNestedDeeperThan(maxDepth, bytes)) return refused("invalid", `The body nests deeper than ${maxDepth} levels.`);
  const text = decode(bytes);
  if (text === null) return refused("not-json", "The body is not valid UTF-8.");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused("not-json", "The body is not JSON.");
  }
  return validate(value, schema);
}

/** The second half alone, for a value that came through {@link parseJson} with a wider schema. */
export function validate<Schema extends z.ZodType>(value: unknown, schema: Schema): ValidJson<z.output<Schema>> {
  const result = schema.safeParse(value);
  if (result.success) return { status: "parsed", value: result.data };
  return refused("invalid", result.error.issues.slice(0, 3).map(describe).join(" "));
}

function decode(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function describe(issue: z.core.$ZodIssue): string {
  return `${pathOf(issue.path)}: ${expectationOf(issue)}.`;
}

/** Schema names are safe to show; the keys of a map may be anybody's words. */
function pathOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "body";
  return path.map((part) => (typeof part === "string" && !safeName.test(part) ? "*" : String(part))).join(".");
}

function expectationOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `must be ${issue.expected}`;
    case "invalid_value":
      return `must be one of ${issue.values.map(String).join(", ")}`;
    case "too_small":
      return `must be at least ${issue.minimum}${unitOf(issue.origin)}`;
    case "too_big":
      return `must be at most ${issue.maximum}${unitOf(issue.origin)}`;
    case "invalid_format":
      return `must have the format ${issue.format}`;
    case "custom":
      return issue.message;
    default:
      return "is not accepted";
  }
}

function unitOf(origin: string): string {
  if (origin === "string") return " characters";
  return origin === "array" || origin === "set" ? " items" : "";
}

function refused<Code>(code: Code, detail: string): JsonRefusal<Code> {
  return { status: "refused", code, detail };
}
