import { type DestinationStream, pino } from "pino";
import type { Logger } from "../../ports/logger.ts";
import type { Config } from "../config.ts";

/** Nothing of this is ever handed to a logger; should it happen all the same, it does not get out (I15). */
const neverLogged = [
  ...["authorization", "cookie", "cookies", "set-cookie", "webhook-signature"],
  ...["secret", "secrets", "token", "adminToken", "apiKey", "password", "key", "url"],
  ...["text", "body", "content", "raw", "name", "address", "evidence"],
];

export function createLogger(level: Config["logLevel"], destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    messageKey: "event",
    redact: { paths: neverLogged.flatMap((name) => [`["${name}"]`, `*["${name}"]`]), censor: "[redacted]" },
  };
  const log = destination ? pino(options, destination) : pino(options);
  return {
    debug: (event, fields = {}) => log.debug(fields, event),
    info: (event, fields = {}) => log.info(fields, event),
    warn: (event, fields = {}) => log.warn(fields, event),
    error: (event, fields = {}) => log.error(fields, event),
  };
}
