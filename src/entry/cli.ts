#!/usr/bin/env node
import "../../scripts/require-node.js";
import { existsSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { join } from "node:path";

// Before anything reads a setting. What is set outside the file wins, as everywhere.
if (existsSync(".env")) process.loadEnvFile(".env");

// Stripping types and compiling is half of a start; the second one finds it done. In a folder that only whoever
// installed Baton can write, for what lies there is run; where it cannot be written, nothing is kept.
enableCompileCache(join(import.meta.dirname, "../../node_modules/.cache/baton"));

const { main } = await import("./cli/main.ts");
process.exitCode = await main(process.argv.slice(2), process.env);
