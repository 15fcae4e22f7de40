import type { CaseLook } from "../leaver/case-evidence.ts";
import { controlRecords } from "../observed.ts";
import { nothingToSpoil, onCaseHandoff, onConversation, onObserved, type Sabotage } from "./sabotage.ts";

type Item = CaseLook["items"][number];

/** Of everything that one person had. */
export const ofCaseHandoffs: readonly Sabotage[] = [
  onCaseHandoff("drop-item", "an item of the plan is gone", ({ out }) => ({
    out: { ...out, items: out.items.slice(1) },
  })),
  onCaseHandoff("leave-item", "an item was never looked at", ({ out }) => {
    const [first, ...others] = out.items;
    return { out: { ...out, items: first ? [{ ...first, status: "pending" }, ...others] : [] } };
  }),
  onCaseHandoff("fail-quietly", "the case handoff never ended", ({ out }) => ({
    out: { ...out, handoff: { ...out.handoff, status: "running" } },
  })),
  onConversation("move-twice", "a conversation was moved twice", (conversation, { caseHandoff }) => {
    const moved = controlRecords(conversation).find(({ jobId }) => jobId !== null && jobId === caseHandoff?.id);
    return moved ? { ...conversation, records: [...conversation.records, moved] } : null;
  }),
  onObserved("assign-twice", "a follow-up was given to the new person twice", ({ observed: { followUps } }) => ({
    followUps: followUps.map((followUp) => ({
      ...followUp,
      history: followUp.history.flatMap((entry) => (entry.change === "assigned" ? [entry, entry] : [entry])),
    })),
  })),
  onCaseHandoff("sell-twice", "the CRM was asked twice for one deal, as for two", ({ back }) => ({
    back: {
      ...back,
      deals: new Map(
        [...back.deals].map(([id, deal]) => [id, { ...deal, changes: [...deal.changes, ...deal.changes] }]),
      ),
    },
  })),
  onCaseHandoff("other-taker", "an item went to somebody else than planned", ({ out }) => ({
    out: withItem(out, "other-taker", isMoved, (item) => ({ ...item, placed: { type: "agent", id: "somebody-else" } })),
  })),
  onCaseHandoff("leave-work", "a follow-up is still the leaver's, and nobody says so", ({ out }) => ({
    out: { ...out, subject: { ...out.subject, openFollowUps: ["tsk_left"] } },
  })),
  onCaseHandoff("stay-on", "whoever has nothing any more works here still", ({ out }) => ({
    out: { ...out, subject: { ...out.subject, hasLeft: false } },
  })),
  onCaseHandoff("keep-name", "a rule still sends new work to the leaver", ({ out }) => ({
    out: { ...out, settings: { ...out.settings, namesSubject: true } },
  })),
  onCaseHandoff("skip-for-nothing", "what nobody had changed was skipped", ({ out }) => ({
    out: withItem(
      out,
      "skip-for-nothing",
      ({ kind }) => kind === "deal",
      (item) => ({ ...item, status: "skipped-changed" }),
    ),
  })),
  onCaseHandoff("undo-too-much", "undoing took away what somebody had changed since", ({ back, changedBetween }) => ({
    back: withItem(
      back,
      "undo-too-much",
      ({ reference }) => changedBetween.has(reference),
      (item) => ({
        ...item,
        status: "returned",
      }),
    ),
  })),
  onCaseHandoff("undo-too-little", "undoing left alone what nobody had touched", ({ back }) => ({
    back: withItem(
      back,
      "undo-too-little",
      ({ kind, status }) => kind === "task" && status === "returned",
      (item) => ({
        ...item,
        status: "left-alone",
      }),
    ),
  })),
  onCaseHandoff("stay-gone", "undoing did not bring the person back", ({ back }) => ({
    back: { ...back, subject: { ...back.subject, hasLeft: true, teamIds: [] } },
  })),
  onCaseHandoff("never-half-way", "the case handoff was only killed when it was over", ({ kills }) => ({
    kills: kills.map((kill) => ({ ...kill, share: 1 })),
  })),
];

function isMoved({ status, placed }: Item): boolean {
  return status === "moved" && placed?.type === "agent";
}

function withItem(look: CaseLook, name: string, fits: (item: Item) => boolean, change: (item: Item) => Item): CaseLook {
  const index = look.items.findIndex(fits);
  const item = look.items[index];
  if (!item) throw nothingToSpoil(name);
  return { ...look, items: look.items.with(index, change(item)) };
}
