import { html, raw } from "hono/html";
import { problems } from "../problem-catalog.ts";
import type { OpenApiDocument } from "./open-api.ts";
import { type Operation, operationId, renderOperation } from "./operation.ts";
import { prose } from "./prose.ts";
import { fieldTable, type SchemaNode } from "./schema-text.ts";
import { style } from "./style.ts";

interface Entry {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** One page, nothing loaded from anywhere, no script. */
export function renderPage(document: OpenApiDocument): string {
  const entries = [...entriesOf(document.paths), ...entriesOf(document.webhooks)];
  const groups = Map.groupBy(entries, ({ operation }) => operation.tags?.[0] ?? "Other");
  const schemas = Object.entries((document.components?.schemas ?? {}) as Record<string, SchemaNode>);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${document.info.title} API</title>
<style>${raw(style)}</style>
</head>
<body>
<header>
<h1>${document.info.title} API</h1>
<p class="soft">Version ${document.info.version}. For machines: <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1).</p>
<p>${prose(document.info.description)}</p>
</header>
<nav aria-label="Operations"><ul>
${entries.map(({ method, path, operation }) => html`<li><a href="#${operationId(method, path)}">${operation.summary ?? path}</a></li>`)}
<li><a href="#schemas">Schemas</a></li><li><a href="#problems">Problems</a></li>
</ul></nav>
<main>
${[...groups].map(([tag, group]) => html`<h2>${tag}</h2>${group.map(({ method, path, operation }) => renderOperation(method, path, operation))}`)}
<h2 id="schemas">Schemas</h2>
${schemas.map(([name, schema]) => html`<section class="item" id="schema-${name}"><h3>${name}</h3><p>${prose(schema.description)}</p>${fieldTable(schema)}</section>`)}
<h2 id="problems">Problems</h2>
${Object.entries(problems).map(([code, { status, title, help }]) => html`<section class="item" id="problem-${code}"><h3>${title}</h3><p><code>${code}</code> <span class="soft">${status}</span></p><p>${prose(help)}</p></section>`)}
</main>
</body>
</html>`;
  return String(page);
}

const methods = ["get", "post", "put", "patch", "delete"] as const;

function entriesOf(paths: OpenApiDocument["paths"] | OpenApiDocument["webhooks"] = {}): readonly Entry[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method): Entry[] => {
      const operation = item?.[method];
      return operation ? [{ method, path, operation: operation as Operation }] : [];
    }),
  );
}
