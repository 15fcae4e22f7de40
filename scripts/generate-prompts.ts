/** Writes the module that holds the prompts. Run it after editing a file of prompts/; a test fails until then. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "./checks/environment.ts";
import { modulePath, promptsModule } from "./prompts/prompts-module.ts";

await writeFile(join(projectRoot, modulePath), await promptsModule(projectRoot));
console.log(`${modulePath} is up to date.`);
