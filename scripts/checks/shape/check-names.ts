import { posix } from "node:path";

const kebabCase = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
/** Names that readers and tools expect in capitals. */
const capitals = new Set(["README.md", "QUIRKS.md", "LICENSE", "CHANGELOG.md", "Dockerfile"]);
/** A name that says nothing about what is inside collects everything. */
const nameless = /^(utils?|helpers?|types?|common|misc|constants)\.tsx?$/;

/** Names of files and folders of the whole project. */
export function checkNames(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const name = posix.basename(path);
    const odd = path.split("/").filter((part) => !kebabCase.test(part) && !capitals.has(part));
    return [
      ...(odd.length > 0 ? [`${path}: ${odd.join(", ")} should be kebab-case.`] : []),
      ...(nameless.test(name) ? [`${path}: name the file after its one idea.`] : []),
      ...(/\.(test|spec)\.tsx?$/.test(name) && (!path.startsWith("test/") || name.includes(".spec."))
        ? [`${path}: no test runner looks here; tests are test/**/*.test.ts.`]
        : []),
    ];
  });
}
