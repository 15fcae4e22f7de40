/** Reading an adapter's settings from the environment: all problems at once, each with the variable to set. */
import { parseWebhookSecret, type WebhookSecret } from "./webhook-secret.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

export type ConfigResult<Config> =
  | { readonly status: "configured"; readonly config: Config }
  /** None of its variables is set: nobody wants it. */
  | { readonly status: "absent" }
  | { readonly status: "invalid"; readonly problems: readonly ConfigProblem[] };

export interface ConfigProblem {
  readonly variable: string;
  /** What is wrong and what to do. Never the value: it may be a secret (I15). */
  readonly problem: string;
}

export type Read<Value> =
  | { readonly status: "read"; readonly value: Value }
  | { readonly status: "problem"; readonly problem: ConfigProblem };

/** An empty variable counts as unset: that is how compose files and `.env` leave one out. */
function readVariable(environment: Environment, variable: string): string | null {
  return environment[variable]?.trim() || null;
}

export function areAllUnset(environment: Environment, variables: readonly string[]): boolean {
  return variables.every((variable) => readVariable(environment, variable) === null);
}

/** One secret, or several separated by blanks while they are being rotated: all verify, all sign. */
export function readSecrets(environment: Environment, variable: string): Read<readonly WebhookSecret[]> {
  const value = readVariable(environment, variable);
  if (value === null)
    return problem(variable, "is missing. Set it to `whsec_` and the output of `openssl rand -base64 32`.");
  const secrets: WebhookSecret[] = [];
  for (const part of value.split(/\s+/)) {
    const parsed = parseWebhookSecret(part);
    if (parsed.status === "invalid") return problem(variable, parsed.problem);
    secrets.push(parsed.secret);
  }
  return { status: "read", value: secrets };
}

/** A URL that the operator typed: private hosts and plain http are the operator's own choice. */
export function readOperatorUrl(environment: Environment, variable: string): Read<string> {
  const value = readVariable(environment, variable);
  if (value === null)
    return problem(variable, "is missing. Set it to the full address, for example https://shop.example/baton.");
  const url = URL.parse(value);
  if (!url) return problem(variable, "is not a URL. Write it in full, for example https://shop.example/baton.");
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return problem(variable, "must begin with https:// or http://.");
  if (url.username || url.password)
    return problem(variable, "must not hold a user name or password. Requests are signed instead.");
  return { status: "read", value: url.href };
}

export function problemsOf(reads: readonly Read<unknown>[]): ConfigProblem[] {
  return reads.flatMap((read) => (read.status === "problem" ? [read.problem] : []));
}

function problem(variable: string, text: string): { status: "problem"; problem: ConfigProblem } {
  return { status: "problem", problem: { variable, problem: `${variable} ${text}` } };
}
