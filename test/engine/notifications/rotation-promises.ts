import { describe, expect } from "vitest";
import type { OpenStore } from "../../../src/ports/store.ts";
import { person, startTestEngine, type TestEngine } from "../../support/engine.ts";
import { notifyingBy, type RecordingNotifier, recordingNotifier } from "../../support/recording-notifier.ts";
import { type InWorkspace, testIn } from "../../support/workspace.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** What everybody may rely on while the secret of a webhook endpoint is replaced, on every store. */
export function rotationPromises(name: string, inWorkspace: InWorkspace): void {
  describe(`replacing what signs webhooks, on ${name}`, () => {
    let store: OpenStore;
    let webhook: RecordingNotifier;
    let one: TestEngine;
    let other: TestEngine;
    let id: string;
    let first: string;

    const test = testIn(inWorkspace, {
      async begin(here, there) {
        store = here;
        webhook = recordingNotifier("webhook");
        const notifying = notifyingBy([webhook]);
        one = startTestEngine({ store, notifying });
        other = startTestEngine({ store: there, notifying, clock: one.clock, processName: "b" });
        await one.engine.agents.add(person("kim"));
        const wanted = { url: "https://erp.shop.example/in", kinds: [] };
        const created = await one.engine.notifications.endpoints.create(wanted, null);
        if (created.status !== "created") throw new Error(created.status);
        [id, first] = [created.endpoint.id, created.secret];
      },
      async end() {
        await other.close();
        await one.close();
      },
    });

    async function rotate(overlapMs: number, by = one): Promise<string> {
      const rotated = await by.engine.notifications.endpoints.rotateSecret(id, overlapMs, null);
      if (rotated.status !== "rotated") throw new Error(rotated.status);
      return rotated.secret;
    }

    /** What the next post is signed with. */
    async function signedWith(): Promise<readonly string[]> {
      await one.engine.notifications.testEndpoint(id);
      const to = webhook.delivered.at(-1)?.to;
      if (to?.type !== "endpoint") throw new Error("Nothing was delivered.");
      return [to.secret, ...(to.earlierSecrets ?? [])];
    }

    test("both sign for the overlap, the new one first; then only the new one", async () => {
      const second = await rotate(day);
      expect(await signedWith()).toEqual([second, first]);
      one.clock.advance(day - 1);
      expect(await signedWith()).toEqual([second, first]);
      one.clock.advance(1);
      expect(await signedWith()).toEqual([second]);
    });

    test("without an overlap nothing of before signs any more", async () => {
      await rotate(day);
      const third = await rotate(0);
      expect(await signedWith()).toEqual([third]);
    });

    test("whoever did it again because the answer was lost has not cut anybody off", async () => {
      const second = await rotate(day);
      const third = await rotate(2 * hour);
      expect(await signedWith()).toEqual([third, second, first]);
      one.clock.advance(2 * hour);
      expect(await signedWith()).toEqual([third]);
    });

    test("two at once both count, and a post that was waiting is signed as it leaves", async () => {
      const secrets = await Promise.all([rotate(day, one), rotate(day, other)]);
      const signing = await signedWith();
      expect(new Set(signing)).toEqual(new Set([first, ...secrets]));
    });

    test("is refused when more would sign than a receiver looks at, and then nothing has changed", async () => {
      for (let count = 0; count < 4; count++) await rotate(day);
      const signing = await signedWith();
      const refused = await one.engine.notifications.endpoints.rotateSecret(id, day, null);
      expect(refused).toEqual({ status: "too-many", until: one.clock.now() + day });
      expect(await signedWith()).toEqual(signing);
      const last = await rotate(0);
      expect(await signedWith()).toEqual([last]);
    });

    test("none of them lies in the store as it is", async () => {
      const second = await rotate(day);
      const [stored] = await store.store.load([{ kind: "webhook-endpoint", id }]);
      for (const secret of [first, second]) expect(JSON.stringify(stored)).not.toContain(secret.slice("whsec_".length));
    });

    test("an endpoint of before anything could be replaced is signed for and can be given a new secret", async () => {
      const [stored] = await store.store.load([{ kind: "webhook-endpoint", id }]);
      expect(stored?.body).not.toHaveProperty("earlierSecrets");
      expect(await signedWith()).toEqual([first]);
      expect(await signedWith()).toEqual([first]);
      expect(await rotate(day)).not.toBe(first);
    });
  });
}
