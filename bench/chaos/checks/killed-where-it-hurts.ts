import { searchesKilled, timesMissed } from "../killed-inside.ts";
import type { Check } from "./check.ts";

const longEnoughMs = 2_000;
const [least, most] = [0.05, 0.95];
/** Several times on the way there, and on the way back. */
const wanted = { out: 2, back: 1 } as const;

export const killedWhereItHurts: Check = {
  name: "the kills fell into searches for a person, into times that came, and into the case handoff",
  find({ ledger, observed, requestMs, caseHandoff }) {
    const faults: string[] = [];
    if (searchesKilled(ledger, observed.conversations).length === 0)
      faults.push("nobody was looked for when something was killed");
    const downMs = ledger.kills.reduce((sum, { at, backAt }) => sum + backAt - at, 0);
    // A store that is back at once is hardly ever away when a time comes.
    const isMissed = timesMissed({ ledger, observed, requestMs }).length > 0;
    if (!isMissed && downMs > longEnoughMs) faults.push("no time came while something was down");
    if (!caseHandoff) return faults;
    for (const direction of ["out", "back"] as const) {
      const inside = caseHandoff.kills.filter(
        (kill) => kill.direction === direction && kill.share >= least && kill.share <= most,
      );
      if (inside.length < wanted[direction])
        faults.push(`the case handoff was killed ${inside.length} times, ${direction}`);
    }
    return faults;
  },
};
