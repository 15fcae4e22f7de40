import { packageOf } from "../node-only.ts";
import type { Import } from "./imports.ts";
import type { Violation } from "./violation.ts";
import { adapterFolderOf, coreValuesForAdapters, zoneOf, zoneRules } from "./zones.ts";

/** core ← ports ← engine ← http ← entry; adapters see the ports; the web sees the protocol. */
export function checkDirection(imports: readonly Import[]): Violation[] {
  return imports.flatMap((entry) => {
    const violation = checkImport(entry);
    return violation === null ? [] : [{ ...violation, place: `${entry.from}:${entry.line}` }];
  });
}

function checkImport(entry: Import): Pick<Violation, "rule" | "problem"> | null {
  const zone = zoneOf(entry.from);
  if (zone === null) {
    return {
      rule: "direction",
      problem: "lies outside every part of the house: move it into one, or add it to zones.ts.",
    };
  }
  if (entry.specifier === null) {
    return {
      rule: "computed-import",
      problem: "imports something computed, which no check can follow: write the path.",
    };
  }
  if (entry.target === null) return checkPackage(entry, entry.specifier, zone);
  if (isAllowed(entry, entry.target, zone)) return null;
  const { values, types } = zoneRules[zone];
  const allowed = [values.join(", "), types.length > 0 ? `types of ${types.join(", ")}` : ""].filter(
    (part) => part !== "",
  );
  return { rule: "direction", problem: `imports ${entry.target}: ${zone} may import ${allowed.join(" and ")}.` };
}

function isAllowed(entry: Import, target: string, zone: NonNullable<ReturnType<typeof zoneOf>>): boolean {
  if (zone === "entry") return true;
  const targetZone = zoneOf(target);
  if (targetZone === null) return false;
  const { values, types } = zoneRules[zone];
  if (values.includes(targetZone)) return true;
  if (entry.isTypeOnly && types.includes(targetZone)) return true;
  if (zone === "adapter" && targetZone === "adapter") return target.startsWith(adapterFolderOf(entry.from));
  const isAdapter = zone === "adapter" || zone === "adapter-kit";
  return isAdapter && coreValuesForAdapters.some((folder) => target.startsWith(folder));
}

function checkPackage(
  entry: Import,
  specifier: string,
  zone: NonNullable<ReturnType<typeof zoneOf>>,
): Pick<Violation, "rule" | "problem"> | null {
  const { packages } = zoneRules[zone];
  if (packages !== null && !packages.includes(packageOf(specifier))) {
    const allowed = packages.length === 0 ? "no package" : `only ${packages.join(", ")}`;
    return { rule: "packages", problem: `imports ${specifier}: ${zone} may import ${allowed}.` };
  }
  // A named import keeps all of zod, with every language, in the bundle: 97 kB instead of 28.
  if (specifier === "zod" && !entry.isTypeOnly && !entry.isNamespace) {
    return { rule: "zod-import", problem: `imports zod by name: write \`import * as z from "zod"\`.` };
  }
  return null;
}
