import { expect, test } from "vitest";
import { createSealer } from "../../src/engine/sealer.ts";

const sealer = createSealer("a secret of the installation");

test("what was sealed opens again, in another process with the same secret, too", async () => {
  const sealed = await sealer.seal("whsec_abc", "whe_1");
  expect(await sealer.open(sealed, "whe_1")).toBe("whsec_abc");
  expect(await createSealer("a secret of the installation").open(sealed, "whe_1")).toBe("whsec_abc");
});

test("what is stored shows nothing, and is never the same twice", async () => {
  const [one, two] = [await sealer.seal("whsec_abc", "whe_1"), await sealer.seal("whsec_abc", "whe_1")];
  expect(one).not.toContain("whsec");
  expect(one).not.toContain(btoa("whsec_abc"));
  expect(one).not.toBe(two);
});

test("another secret, another document and a changed text open nothing", async () => {
  const sealed = await sealer.seal("whsec_abc", "whe_1");
  const changed = `${sealed.slice(0, -2)}${sealed.endsWith("A=") ? "B=" : "A="}`;
  expect(await createSealer("another one").open(sealed, "whe_1")).toBeNull();
  expect(await sealer.open(sealed, "whe_2")).toBeNull();
  for (const broken of [changed, "", "s1", "s1.!.!", sealed.replace("s1", "s2")]) {
    expect(await sealer.open(broken, "whe_1")).toBeNull();
  }
});
