import { describe, test } from "vitest";
import { receiving } from "./channel/receiving.ts";
import { sending } from "./channel/sending.ts";
import type { ChannelCase, ChannelTraits, ChannelUnderTest } from "./channel/under-test.ts";

/** Every sentence of src/ports/channel.ts that holds for all platforms. */
export const channelCases: readonly ChannelCase[] = [...receiving, ...sending];

/** `make` gives a fresh channel and a fresh outside world for every case. Traits say what a platform cannot do. */
export function channelContract(
  name: string,
  make: () => Promise<ChannelUnderTest>,
  traits: ChannelTraits = { signsTime: true },
): void {
  describe(`${name} keeps the channel contract:`, () => {
    for (const { name: title, appliesTo, run } of channelCases) {
      if (appliesTo && !appliesTo(traits)) continue;
      test(title, async () => {
        const subject = await make();
        try {
          await run(subject);
        } finally {
          await subject.close();
        }
      });
    }
  });
}
