import { html } from "hono/html";
import { outgoingTag } from "./outgoing-webhooks.ts";
import { prose } from "./prose.ts";
import { fieldTable, type SchemaNode, typeText } from "./schema-text.ts";

type Html = ReturnType<typeof html>;

export interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly { readonly key?: readonly string[] }[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content?: Content };
  readonly responses?: Readonly<Record<string, { readonly description?: string; readonly content?: Content }>>;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: SchemaNode;
}

type Content = Readonly<Record<string, { readonly schema?: SchemaNode }>>;

export function operationId(method: string, path: string): string {
  return `${method}-${path.replaceAll(/[^a-z0-9]+/gi, "-")}`;
}

export function renderOperation(method: string, path: string, operation: Operation): Html {
  const body = schemaOf(operation.requestBody?.content);
  const answer = operation.responses?.["200"];
  const answered = schemaOf(answer?.content);
  return html`<section class="item" id="${operationId(method, path)}">
<h3>${operation.summary ?? ""}</h3>
<p class="path">${method.toUpperCase()} ${path}</p>
<p>${prose(operation.description)} <span class="soft">${access(operation)}</span></p>
${operation.parameters?.length ? parameterTable(operation.parameters) : ""}
${body ? html`<p>Body: ${typeText(body)}</p>` : ""}
<p>Answer: ${answer?.description ?? ""}${answered ? html` (${typeText(answered)})` : ""}</p>
</section>`;
}

function access({ security, tags }: Operation): Html {
  const scope = security?.[0]?.key?.[0];
  if (scope) return html`Needs the scope <code>${scope}</code>.`;
  if (tags?.includes(outgoingTag)) return html`Signed by us after Standard Webhooks.`;
  return html`${tags?.includes("Webhooks") ? "Signed by the channel's platform." : "Open to anybody."}`;
}

function parameterTable(parameters: readonly Parameter[]): Html {
  const properties = Object.fromEntries(
    parameters.map((parameter) => {
      const { description } = parameter;
      const place = parameter.in === "query" ? "" : `In the ${parameter.in}. `;
      return [
        parameter.name,
        { ...parameter.schema, description: `${place}${description ?? parameter.schema?.description ?? ""}` },
      ];
    }),
  );
  const required = parameters.filter((parameter) => parameter.required).map(({ name }) => name);
  return fieldTable({ properties, required });
}

function schemaOf(content: Content | undefined): SchemaNode | undefined {
  return Object.values(content ?? {})[0]?.schema;
}
