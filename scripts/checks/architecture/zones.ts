/** Which part of the house a file belongs to, and what each part may import. The drawing is in docs/architecture.md. */
export type Zone = "core" | "ports" | "engine" | "protocol" | "http" | "entry" | "web" | "adapter" | "adapter-kit";

interface ZoneRule {
  readonly values: readonly Zone[];
  /** Beside `values`: allowed as `import type`. */
  readonly types: readonly Zone[];
  /** `null`: any package. */
  readonly packages: readonly string[] | null;
}

export const zoneRules: Readonly<Record<Zone, ZoneRule>> = {
  // A time-zone library is the one package that may join here.
  core: { values: ["core"], types: [], packages: ["liquidjs"] },
  ports: { values: ["core", "ports"], types: [], packages: [] },
  engine: { values: ["core", "ports", "engine"], types: [], packages: null },
  protocol: { values: ["protocol"], types: [], packages: ["zod"] },
  http: { values: ["core", "ports", "engine", "protocol", "http"], types: [], packages: null },
  entry: {
    values: ["core", "ports", "engine", "protocol", "http", "entry", "web", "adapter", "adapter-kit"],
    types: [],
    packages: null,
  },
  web: { values: ["protocol", "web"], types: [], packages: null },
  "adapter-kit": { values: ["ports", "protocol", "adapter-kit"], types: ["core"], packages: null },
  // "adapter" is not in its own list: one adapter never imports another.
  adapter: { values: ["ports", "protocol", "adapter-kit"], types: ["core"], packages: null },
};

/** Pure functions of the core that adapters call, so that every store finds the same words. */
export const coreValuesForAdapters: readonly string[] = ["src/core/search/"];

const zonesBySourceFolder: ReadonlyMap<string, Zone> = new Map(
  (["core", "ports", "engine", "protocol", "http", "entry", "web"] as const).map((zone) => [zone, zone]),
);

/** `null` for what lies outside the house: tests, scripts, the root. */
export function zoneOf(path: string): Zone | null {
  const [top, folder] = path.split("/");
  if (top === "src") return zonesBySourceFolder.get(folder ?? "") ?? null;
  if (top === "adapters") return folder === "kit" ? "adapter-kit" : "adapter";
  return null;
}

/** `adapters/{kind}/{name}/`, the folder whose files may import each other. */
export function adapterFolderOf(path: string): string {
  return `${path.split("/").slice(0, 3).join("/")}/`;
}
