import type * as z from "zod";
import { noticeKinds } from "../../../protocol/notice-kinds.ts";
import { testResult } from "../../../protocol/notifications.ts";
import { createdWebhookEndpoint, webhookEndpoint } from "../../../protocol/webhook-endpoints.ts";
import type { Explain } from "../command.ts";
import { printAll } from "../options/print-all.ts";
import { isOneOf, quoted, readOptions } from "../options/read-options.ts";
import { type OptionNames, type Refused, refuse } from "../options/refused-fields.ts";
import { allOf } from "../reach/all-pages.ts";
import { type OnServer, type Step, stepsOnServer, wholeList } from "../reach/on-server.ts";

type Endpoint = z.output<typeof webhookEndpoint>;

const base = "/api/v1/webhook-endpoints";
const at = (id: string) => `${base}/${encodeURIComponent(id)}`;
const called: OptionNames = { url: "The URL", kinds: "--kinds", overlapHours: "--overlap-hours" };

const list = wholeList((on) => listAll(on));

const add: Step = (words, explain) => {
  const given = readOptions(words, { kinds: { type: "string" } }, explain);
  const url = given && oneOf(given.positionals, "Name one address: baton webhooks add URL.", explain);
  const kinds = given && kindsOf(given.values.kinds, explain);
  if (!url || !kinds) return null;
  if (!URL.canParse(url)) {
    explain(`${quoted(url)} is no address. Write all of it, as https://erp.shop.example/baton.`);
    return null;
  }
  return (on) => writeSecret(on, base, { url, kinds });
};

const longestOverlapHours = 168;

const rotate: Step = (words, explain) => {
  const given = readOptions(words, { "overlap-hours": { type: "string" } }, explain);
  const id = given && endpointOf(given.positionals, "rotate", explain);
  if (!given || !id) return null;
  const written = given.values["overlap-hours"];
  if (written !== undefined && !(/^\d{1,3}$/.test(written) && Number(written) <= longestOverlapHours)) {
    explain(`--overlap-hours must be a whole number from 0 to ${longestOverlapHours}, not ${quoted(written)}.`);
    return null;
  }
  const body = written === undefined ? {} : { overlapHours: Number(written) };
  return (on) => writeSecret(on, `${at(id)}/rotate-secret`, body);
};

const remove = ofOne("remove", (id) => ({ method: "DELETE", path: at(id) }));
const enable = ofOne("enable", (id) => ({ method: "PATCH", path: at(id), body: { isEnabled: true } }));
const disable = ofOne("disable", (id) => ({ method: "PATCH", path: at(id), body: { isEnabled: false } }));

const test: Step = (words, explain) => {
  const given = readOptions(words, {}, explain);
  const id = given && endpointOf(given.positionals, "test", explain);
  if (!id) return null;
  return async ({ client, isJson }) => {
    const answer = await client.call("POST", `${at(id)}/test`, { answer: testResult });
    if (answer.status === "refused") return refuse(answer, isJson, called);
    const { status, error } = answer.value;
    console.log(isJson ? JSON.stringify(answer.value) : `${id}: ${status}${error === null ? "" : `, ${error}`}`);
    return status === "delivered" ? 0 : 1;
  };
};

/** `baton webhooks …`: the company's own systems that are told. */
export const webhooks = stepsOnServer("webhooks", { list, add, remove, enable, disable, rotate, test }, [
  "settings:read",
  "settings:write",
]);

function kindsOf(written: string | undefined, explain: Explain): readonly string[] | null {
  const kinds = (written ?? "").split(",").flatMap((kind) => kind.trim() || []);
  return kinds.every((kind) => isOneOf(kind, { option: "--kinds", known: noticeKinds }, explain)) ? kinds : null;
}

function endpointOf(words: readonly string[], step: string, explain: Explain): string | null {
  return oneOf(words, `Name one endpoint: baton webhooks ${step} ID.`, explain);
}

function oneOf([word, ...others]: readonly string[], usage: string, explain: Explain): string | null {
  if (word !== undefined && others.length === 0) return word;
  explain(usage);
  return null;
}

interface Change {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
}

function ofOne(step: string, change: (id: string) => Change): Step {
  return (words, explain) => {
    const given = readOptions(words, {}, explain);
    const id = given && endpointOf(given.positionals, step, explain);
    if (!id) return null;
    const { method, path, body } = change(id);
    return async ({ client, isJson }) => {
      const answer = await client.call(method, path, { ...(body && { body }), answer: webhookEndpoint });
      if (answer.status === "refused") return refuse(answer, isJson, called);
      console.log(
        isJson ? JSON.stringify(answer.value) : step === "remove" ? `${id}: removed` : describe(answer.value),
      );
      return 0;
    };
  };
}

async function listAll({ client, isJson }: OnServer): Promise<0 | 1> {
  const answer = await allOf(client, { path: base, query: {}, item: webhookEndpoint });
  if (answer.status === "refused") return refuse(answer, isJson, called);
  if (isJson) console.log(JSON.stringify(answer.value));
  else printAll(answer.value, { lineOf: describe, none: "No webhooks." });
  return 0;
}

function describe({ id, url, kinds, isEnabled, lastFailure, overlapUntil }: Endpoint): string {
  const failure = lastFailure && `failed at ${lastFailure.at}: ${lastFailure.error}`;
  const overlap = overlapUntil && `also signed with the secret of before until ${overlapUntil}`;
  const what = kinds.length === 0 ? "everything" : kinds.join(", ");
  return [`${id}  ${isEnabled ? "on" : "off"}  ${url}  ${what}`, overlap, failure].filter((part) => part).join("; ");
}

/** Whoever loses it makes a new one: nobody can show it again. */
async function writeSecret({ client, isJson }: OnServer, path: string, body: object): Promise<0 | 1> {
  const answer = await client.call("POST", path, { body, answer: createdWebhookEndpoint });
  if (answer.status === "refused") return refuse(withHosts(answer), isJson, called);
  const { secret, ...endpoint } = answer.value;
  if (isJson) console.log(JSON.stringify(answer.value));
  else console.log([describe(endpoint), `secret, shown this once: ${secret ?? "was shown before"}`].join("\n"));
  return 0;
}

/** What the operator can do about an address of their own network. */
function withHosts(refused: Refused): Refused {
  const problems = refused.problems.map(({ path, message }) =>
    message.includes("private network") && !message.includes("NOTIFY_PRIVATE_HOSTS")
      ? { path, message: `${message} Name its host in NOTIFY_PRIVATE_HOSTS of the server to allow it.` }
      : { path, message },
  );
  return { ...refused, problems };
}
