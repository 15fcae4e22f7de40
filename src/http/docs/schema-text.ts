import { html } from "hono/html";
import { prose } from "./prose.ts";

type Html = ReturnType<typeof html>;

/** As much of JSON Schema as our own schemas use. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly default?: unknown;
  readonly oneOf?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
  readonly allOf?: readonly SchemaNode[];
}

export function typeText(node: SchemaNode): Html {
  if (node.$ref) {
    const name = node.$ref.split("/").at(-1) ?? "";
    return html`<a href="#schema-${name}">${name}</a>`;
  }
  const union = node.oneOf ?? node.anyOf ?? node.allOf;
  if (union) return html`${union.map((part, index) => html`${index === 0 ? "" : " or "}${typeText(part)}`)}`;
  if (node.const !== undefined) return html`<code>${JSON.stringify(node.const)}</code>`;
  if (node.enum) return html`${node.enum.map((value) => html`<code>${String(value)}</code> `)}`;
  if (node.items) return html`list of ${typeText(node.items)}`;
  if (node.properties) {
    const fields = Object.entries(node.properties).map(
      ([name, field]) => html`<code>${name}</code>: ${typeText(field)}; `,
    );
    return html`{ ${fields}}`;
  }
  return html`${[node.type ?? "any"].flat().join(" or ")}${node.format ? ` (${node.format})` : ""}${bounds(node)}`;
}

export function fieldTable(node: SchemaNode): Html {
  const rows = Object.entries(node.properties ?? {}).map(([name, field]) => {
    const isRequired = node.required?.includes(name) ?? false;
    return html`<tr><td><code>${name}</code></td><td>${typeText(field)}${isRequired ? "" : html` <span class="soft">optional</span>`}</td><td>${prose(field.description)}</td></tr>`;
  });
  if (rows.length === 0) return html`<p>${typeText(node)}</p>`;
  return html`<div class="frame"><table><tr><th>Field</th><th>Type</th><th>Meaning</th></tr>${rows}</table></div>`;
}

function bounds({ minimum, maximum, minLength, maxLength, default: fallback }: SchemaNode): string {
  const low = minimum ?? minLength;
  const high = maximum ?? maxLength;
  const range = high === undefined ? "" : `, ${low ?? 0} to ${high}`;
  return `${range}${fallback === undefined ? "" : `, default ${String(fallback)}`}`;
}
