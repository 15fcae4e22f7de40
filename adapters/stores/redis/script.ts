import { createHash } from "node:crypto";
import type { RedisConnection } from "./connection.ts";
import { NoScriptError } from "./redis-errors.ts";

/**
 * One atomic step in Lua. KEYS[1] is the workspace's root, `baton:{id}`: its hash tag puts every key of the workspace
 * into one slot. All other names begin with it; which they are often shows only while the script runs
 * (the next effect of a lane), so they cannot be declared beforehand.
 */
export interface Script {
  /** What it does, for error messages. */
  readonly name: string;
  readonly lua: string;
  readonly sha1: string;
}

export type Argument = string | number;

export function defineScript(name: string, lua: string): Script {
  return { name, lua, sha1: createHash("sha1").update(lua).digest("hex") };
}

/** Runs scripts in the name of one workspace. */
export interface Scripts {
  run(script: Script, args: readonly Argument[]): Promise<unknown>;
}

export function createScripts(connection: RedisConnection, root: string): Scripts {
  return {
    async run(script, args) {
      const tail = ["1", root, ...args.map(String)];
      try {
        return await connection.call(script.name, ["EVALSHA", script.sha1, ...tail]);
      } catch (error) {
        if (!(error instanceof NoScriptError)) throw error;
        // The server does not know the script (a new one, or flushed): nothing ran, so its text can go out.
        return connection.call(script.name, ["EVAL", script.lua, ...tail]);
      }
    },
  };
}
