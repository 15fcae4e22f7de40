import { html, raw } from "hono/html";
import { longestRemark, type Rating, type Score, scores } from "../../core/surveys/survey.ts";
import { type SurveyWords, surveyWords } from "../../core/surveys/survey-words.ts";
import { surveyStyle } from "./style.ts";

export interface SurveyView {
  readonly locale: string;
  readonly companyName: string;
  readonly rating: Rating | null;
  readonly isOpen: boolean;
  /** Marked beforehand, as the link said; whoever opens it still has to send it. */
  readonly marked: Score | null;
  readonly notice: "thanks" | "choose" | null;
}

type Html = ReturnType<typeof html>;

/** One form, in the customer's language: nothing loaded from anywhere, and no script. */
export function renderSurvey(view: SurveyView): string {
  const words = surveyWords(view.locale);
  const { notice, isOpen, rating } = view;
  const parts: Html[] = isOpen ? [] : [html`<h1>${words.question}</h1>`];
  if (notice === "thanks") parts.push(html`<p role="status">${words.thanks}${isOpen ? ` ${words.mayChange}` : ""}</p>`);
  if (notice === "choose") parts.push(html`<p role="alert">${words.choose}</p>`);
  if (isOpen) parts.push(form(view, words));
  else if (notice !== "thanks") parts.push(html`<p>${rating?.remark == null ? words.closed : words.locked}</p>`);
  return page(words, view.companyName, html`${parts}`);
}

export function renderUnknownSurvey(locale: string): string {
  const words = surveyWords(locale);
  return page(words, "", html`<h1>${words.question}</h1><p>${words.unknown}</p>`);
}

function form({ rating, marked }: SurveyView, words: SurveyWords): Html {
  const chosen = marked ?? rating?.score ?? null;
  return html`<form method="post" action="?">
<fieldset>
<legend><h1>${words.question}</h1></legend>
<div class="scores">${scores.map((score) => radio(score, chosen, words))}</div>
<div class="ends" aria-hidden="true"><span>1 – ${words.lowest}</span><span>5 – ${words.highest}</span></div>
</fieldset>
<label>${words.remark}
<textarea name="remark" rows="4" maxlength="${longestRemark}" dir="auto" aria-describedby="hint"></textarea></label>
<p class="soft" id="hint">${words.remarkHint}</p>
<button type="submit">${words.send}</button>
</form>`;
}

function radio(score: Score, chosen: Score | null, { lowest, highest }: SurveyWords): Html {
  const name = score === 1 ? `1 – ${lowest}` : score === 5 ? `5 – ${highest}` : String(score);
  const checked = score === chosen ? raw(" checked") : "";
  return html`<label><input type="radio" name="score" value="${score}" required aria-label="${name}"${checked}>${score}</label>`;
}

function page({ language, direction, question }: SurveyWords, companyName: string, body: Html): string {
  const title = companyName === "" ? question : `${question} – ${companyName}`;
  return String(html`<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${raw(surveyStyle)}</style>
</head>
<body>
<main>
${companyName === "" ? "" : html`<p class="soft">${companyName}</p>`}
${body}
</main>
</body>
</html>`);
}
