import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { missingPlatforms } from "./checks/missing-platforms.ts";

/**
 * Run it after `npm install` whenever `npm ci` says "Missing: … from lock file". A registry that lacks the builds of a
 * tool for other systems makes npm leave them out of the lock, and npm then refuses its own lock. The entries added
 * here have no checksum; `npm install` against a complete registry fills it in.
 */
const lockFile = join(import.meta.dirname, "../package-lock.json");

const anyObject = z.record(z.string(), z.unknown());
const lockedPackages = z.record(
  z.string(),
  z.object({ dev: z.boolean().optional(), optionalDependencies: z.record(z.string(), z.string()).optional() }),
);

// What is written back is what was read: a schema would sort the keys its own way.
const lock = anyObject.parse(JSON.parse(readFileSync(lockFile, "utf8")));
const added = missingPlatforms(lockedPackages.parse(lock.packages));
const packages = Object.entries({ ...anyObject.parse(lock.packages), ...added });
packages.sort(([left], [right]) => left.localeCompare(right, "en"));
writeFileSync(lockFile, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
console.log(`${Object.keys(added).length} entries added to package-lock.json.`);
