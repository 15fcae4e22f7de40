import { describe, expect, it } from "vitest";
import { starterSettings } from "../../../src/core/settings/starter.ts";
import { choosePolicy, hoursOfSla, type SlaFacts } from "../../../src/core/sla/choose-policy.ts";
import type { SlaPolicy } from "../../../src/core/sla/sla-policy.ts";
import { everyDay, hoursIn } from "../hours/opening-hours.ts";
import { byId, slaPolicy } from "./sla-policies.ts";

const facts: SlaFacts = { priority: "normal", channelId: "main.whatsapp", channelKind: "whatsapp", teamId: "support" };
const chosen = (given: Partial<SlaFacts>, ...policies: readonly SlaPolicy[]) =>
  choosePolicy({ slas: byId(...policies) }, { ...facts, ...given })?.id ?? null;

describe("the policy", () => {
  const urgent = slaPolicy("urgent", { position: 5, applies: { priorities: ["urgent", "high"] } });
  const billing = slaPolicy("billing", { position: 6, applies: { teams: ["billing"], channels: ["WhatsApp"] } });
  const mail = slaPolicy("mail", { position: 7, applies: { channels: ["main.email"] } });
  const rest = slaPolicy("rest", { position: 8 });

  it.each<[string, Partial<SlaFacts>, string]>([
    ["is the first that applies, by position", { priority: "urgent", teamId: "billing" }, "urgent"],
    ["has to fit in team and channel at once, by kind and without regard to case", { teamId: "billing" }, "billing"],
    ["may name a channel by its id", { channelId: "main.email", channelKind: "email" }, "mail"],
    ["is the one for everybody where no other applies", {}, "rest"],
    ["that names a team is not for what has none", { teamId: null }, "rest"],
  ])("%s", (_, given, expected) => {
    expect(chosen(given, rest, mail, billing, urgent)).toBe(expected);
  });

  it("is tried by id where positions are the same, and there may be none", () => {
    expect(chosen({}, slaPolicy("b"), slaPolicy("a"))).toBe("a");
    expect([chosen({}, mail, urgent), chosen({})]).toEqual([null, null]);
  });

  it("is counted in the team's hours, in its own, or on the wall", () => {
    const [always] = Object.values(starterSettings.hours);
    const own = { ...hoursIn("UTC", everyDay("09:00-17:00")), id: "own" };
    const settings = { ...starterSettings, hours: { ...starterSettings.hours, own } };
    expect(hoursOfSla({ hours: "team" }, settings, "support")).toEqual(always);
    expect(hoursOfSla({ hours: { id: "own" } }, settings, "support")).toEqual(own);
    expect([
      hoursOfSla({ hours: "always" }, settings, "support"),
      hoursOfSla({ hours: "team" }, settings, null),
    ]).toEqual([null, null]);
  });
});
