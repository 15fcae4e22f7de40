import { cleanValues } from "./clean-values.ts";
import { createLiquid } from "./liquid.ts";
import { tidyOutput } from "./tidy-output.ts";
import type { Values } from "./variables.ts";

export type Template =
  | {
      readonly status: "compiled";
      /** Never throws; "" when nothing is left to say. `locale` is the language the template is written in. */
      readonly render: (values: Values, locale: string) => string;
    }
  | { readonly status: "broken" };

/** Sources repeat (every text of every message), so each is compiled once. */
export function compileTemplate(source: string): Template {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const template = compile(source);
  if (compiled.size >= maxCompiled) compiled.clear();
  compiled.set(source, template);
  return template;
}

const maxCompiled = 4_000;
const compiled = new Map<string, Template>();
const engine = createLiquid({ strictFilters: true });

function compile(source: string): Template {
  try {
    const parsed = engine.parse(source);
    return {
      status: "compiled",
      render: (values, locale) => {
        try {
          return tidyOutput(engine.renderSync(parsed, cleanValues(values, locale)));
        } catch {
          return "";
        }
      },
    };
  } catch {
    return { status: "broken" };
  }
}
