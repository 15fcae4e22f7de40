import { parseModule } from "../parse-module.ts";
import type { AdapterKind } from "./adapter-kinds.ts";

/**
 * `index.ts` exports one factory and types. Beside it, one value from `./config.ts` may pass through: how the
 * adapter's settings are read.
 */
export function checkFactory(folder: string, source: string | undefined, { port }: AdapterKind): string[] {
  if (source === undefined) return [];
  const path = `${folder}/index.ts`;
  const parsed = parseModule(path, source);
  if (parsed.status === "broken") return [`${path} does not parse: ${parsed.detail}`];

  const values = parsed.result.module.staticExports
    .flatMap((statement) => statement.entries)
    .filter((entry) => !entry.isType)
    .map((entry) => ({ name: entry.exportName.name, from: entry.moduleRequest?.value ?? null }));
  const readers = values.filter((value) => value.from === "./config.ts");
  const factories = values.filter((value) => value.from !== "./config.ts");
  const names = factories.map((factory) => factory.name ?? "an unnamed export").join(", ");
  return [
    ...(factories.length === 1 ? [] : [`${path} exports ${factories.length} factories (${names}); it should be one.`]),
    ...(readers.length > 1
      ? [`${path} passes on ${readers.length} values of ./config.ts; at most one belongs here.`]
      : []),
    ...factories
      .filter((factory) => factory.name?.endsWith(port) !== true)
      .map((factory) => `${path}: the factory ${factory.name ?? "without a name"} should be named …${port}.`),
  ];
}
