/** A CRM with deals and leads, as small as one can be: the template for real ones, and what the tests move things in. */
import type { CaseModule } from "../../../src/ports/case-module.ts";
import type { CallTools } from "../../kit/guarded-fetch.ts";
import { crmClient } from "./client.ts";
import type { FakeCrmConfig } from "./config.ts";
import { parseList, parseMoved, parseOwner } from "./parse.ts";
import { renderMove } from "./render.ts";

export { type FakeCrmConfig, readFakeCrmConfig } from "./config.ts";

export function fakeCrmModule(config: FakeCrmConfig, tools: CallTools): CaseModule {
  const client = crmClient(config, tools);
  return {
    id: "crm",
    name: "CRM: deals and leads",
    async list({ id, email }, cursor, signal) {
      const query = new URLSearchParams({ owner: email ?? id, active: "true", ...(cursor === null ? {} : { cursor }) });
      const answer = await client.get(`/cases?${query}`, signal);
      return answer.status === "answered" ? parseList(answer.body) : answer;
    },
    async move(move, signal) {
      const { kind, reference, key } = move;
      const path = `/${kind}s/${encodeURIComponent(reference)}/owner`;
      const answer = await client.post(path, { key, body: renderMove(move) }, signal);
      if (answer.status === "answered") return parseMoved(answer.body);
      if (answer.status === "refused") return { status: answer.code };
      return answer;
    },
    async look({ kind, reference, among }, signal) {
      const answer = await client.find(`/${kind}s/${encodeURIComponent(reference)}`, signal);
      if (answer.status === "refused") return { status: "missing" };
      return answer.status === "answered" ? parseOwner(answer.body, among) : answer;
    },
  };
}
