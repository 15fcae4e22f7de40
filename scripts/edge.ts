import "./require-node.js";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { projectRoot, quietWrangler } from "./checks/environment.ts";

// The file itself and not `npx wrangler`: that one ends alone and leaves wrangler and workerd holding the port.
const wrangler = join(projectRoot, "node_modules/wrangler/bin/wrangler.js");

const child = spawn(process.execPath, [wrangler, "dev", ...process.argv.slice(2)], {
  cwd: projectRoot,
  env: { ...process.env, ...quietWrangler },
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => {
  process.exitCode = signal === null ? (code ?? 1) : 1;
});
