import * as z from "zod";
import { longestRemark, type Score, scores } from "../../core/surveys/survey.ts";
import type { Engine } from "../../engine/engine.ts";
import type { OpenSurvey } from "../../engine/surveys/surveys.ts";
import { surveyForm } from "../../protocol/surveys.ts";
import { type DeclaredAccess, route } from "../access.ts";
import { htmlHeaders } from "../docs/html-headers.ts";
import type { Api, ApiContext } from "../environment.ts";
import { readBody } from "../read-body.ts";
import { renderSurvey, renderUnknownSurvey, type SurveyView } from "./page.ts";
import { surveyStyle } from "./style.ts";

interface SurveyParts {
  readonly api: Api;
  readonly declared: DeclaredAccess;
  readonly engine: Pick<Engine, "surveys">;
}

const path = "/s/{token}";
const request = { params: z.object({ token: z.string() }) };
const responses = { 200: { description: "The page", content: { "text/html": { schema: z.string() } } } };
const tags = ["Ratings"];
const maxFormBytes = 32 * 1024;

/**
 * Where a customer says how it was. Whoever has the address may answer this one survey. Opening it changes nothing: mail
 * programs open every link before anybody reads the mail.
 */
export function addSurveyRoutes({ api, declared, engine }: SurveyParts): void {
  const { surveys } = engine;

  const read = route(declared, "public", { method: "get", path, tags, summary: "Open a survey", request, responses });
  api.openapi(read, async (c) => {
    const opened = await surveys.open(c.req.param("token") ?? "");
    if (!opened) return unknown(c);
    return show(opened, { marked: scoreOf(c.req.query("score")), notice: null });
  });

  const answer = route(declared, "public", {
    method: "post",
    path,
    tags,
    summary: "Answer a survey",
    request,
    responses,
  });
  api.openapi(answer, async (c) => {
    const token = c.req.param("token") ?? "";
    const opened = await surveys.open(token);
    if (!opened) return unknown(c);
    const form = surveyForm.safeParse(await formOf(c.req.raw));
    const score = form.success ? scoreOf(String(form.data.score)) : null;
    if (!form.success || score === null) return show(opened, { marked: null, notice: "choose" }, 422);
    const remark = cut(form.data.remark);
    const taken = await surveys.answer(token, { score, remark: remark === "" ? null : remark });
    const after = (await surveys.open(token)) ?? opened;
    return show(after, { marked: null, notice: taken.status === "refused" ? null : "thanks" });
  });
}

async function formOf(raw: Request): Promise<Readonly<Record<string, string>>> {
  const body = await readBody(raw, maxFormBytes);
  return Object.fromEntries(new URLSearchParams(new TextDecoder().decode(body)));
}

/** Never within a character: what is left of it would be none. */
function cut(remark: string): string {
  const kept = remark.slice(0, longestRemark);
  return kept.isWellFormed() ? kept : kept.slice(0, -1);
}

function scoreOf(text: string | undefined): Score | null {
  return scores.find((score) => String(score) === text) ?? null;
}

async function show(
  { survey, locale, companyName, isOpen }: OpenSurvey,
  view: Pick<SurveyView, "marked" | "notice">,
  status = 200,
): Promise<Response> {
  return page(renderSurvey({ locale, companyName, isOpen, rating: survey.rating, ...view }), status);
}

/** Nobody knows who this is: their browser says in which language they read. */
function unknown(c: ApiContext): Promise<Response> {
  const [language = "en"] = (c.req.header("accept-language") ?? "en").split(",");
  return page(renderUnknownSurvey(language), 404);
}

async function page(text: string, status: number): Promise<Response> {
  const headers = await htmlHeaders([surveyStyle], { formAction: "'self'" });
  return new Response(text, { status, headers: { ...headers, "cache-control": "no-store" } });
}
