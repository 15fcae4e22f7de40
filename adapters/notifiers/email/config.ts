import { areAllUnset, type ConfigResult, type Environment, type Read } from "../../kit/config-result.ts";
import { problem } from "../../kit/optional-setting.ts";
import { readAll } from "../../kit/read-all.ts";
import { isMailAddress } from "./mail-address.ts";

export interface EmailNotifierConfig {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (465). Otherwise STARTTLS, where the server has it. */
  readonly isSecure: boolean;
  readonly credentials: { readonly user: string; readonly password: string } | null;
  /** STARTTLS must succeed before anything is said: always with credentials, but for a server on this machine. */
  readonly requiresTls: boolean;
  readonly from: { readonly name: string; readonly address: string };
  /** For connecting, and for each answer of the server. Default 10,000. */
  readonly timeoutMs?: number;
}

const variables = { server: "NOTIFY_SMTP_URL", from: "NOTIFY_EMAIL_FROM" } as const;
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
const usualPort = { "smtps:": 465, "smtp:": 587 } as const;

/** From NOTIFY_SMTP_URL and NOTIFY_EMAIL_FROM. */
export function readEmailNotifierConfig(environment: Environment): ConfigResult<EmailNotifierConfig> {
  if (areAllUnset(environment, Object.values(variables))) return { status: "absent" };
  const read = readAll({ server: readServer(environment), from: readFrom(environment) });
  if (read.status === "invalid") return read;
  return { status: "configured", config: { ...read.value.server, from: read.value.from } };
}

type Server = Omit<EmailNotifierConfig, "from">;

function readServer(environment: Environment): Read<Server> {
  const value = environment[variables.server]?.trim();
  const example = "for example smtps://user:password@mail.shop.example";
  if (!value) return problem(variables.server, `is missing. Set it to your mail server, ${example}.`);
  const url = URL.parse(value);
  const scheme = url?.protocol;
  if (!url || (scheme !== "smtp:" && scheme !== "smtps:") || url.hostname === "") {
    return problem(variables.server, `must be a full address beginning with smtp:// or smtps://, ${example}.`);
  }
  const credentials = credentialsOf(url);
  if (credentials === "unreadable") {
    return problem(variables.server, "has a user or password that is not written as in an address: encode % as %25.");
  }
  const { hostname } = url;
  const server = {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? usualPort[scheme] : Number(url.port),
    isSecure: scheme === "smtps:",
    credentials,
    requiresTls: scheme === "smtp:" && credentials !== null && !loopback.test(hostname),
  };
  return { status: "read", value: server };
}

function credentialsOf({ username, password }: URL): Server["credentials"] | "unreadable" {
  if (username === "" && password === "") return null;
  try {
    return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    return "unreadable";
  }
}

function readFrom(environment: Environment): Read<EmailNotifierConfig["from"]> {
  const value = environment[variables.from]?.trim();
  const example = "for example Example Shop <support@shop.example>";
  if (!value) return problem(variables.from, `is missing. Set it to the sender, ${example}.`);
  const [, name = "", inBrackets] = /^([^<>]*)<([^<>]+)>$/.exec(value) ?? [];
  const address = (inBrackets ?? value).trim();
  if (!isMailAddress(address) || /\p{Cc}/u.test(name)) {
    return problem(variables.from, `must be one e-mail address, ${example}.`);
  }
  return { status: "read", value: { name: name.replaceAll('"', "").trim(), address } };
}
