import { describe, expect, test } from "vitest";
import type { WaitChoiceId } from "../../../src/core/conversation/message.ts";
import { permanentButtonLabel } from "../../../src/core/messages/buttons.ts";
import { waitChoices } from "../../../src/core/messages/wait-buttons.ts";
import { newQueue, type OverflowAction, type OverflowRule } from "../../../src/core/routing/queue.ts";
import { compilePolicy } from "../../../src/core/settings/policy.ts";
import { noSwitches } from "../../../src/core/settings/settings.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { offer, pendingId, recordOf, waitingWorld } from "../requests/asked-world.ts";
import { createWorld, received, type World } from "../world.ts";

const languages = ["en", "de", "es", "fr", "it", "nl", "pl", "pt", "tr", "ar", "ru", "uk", "zh", "ja", "hi"];

const knowsAddress = {
  type: "details-changed",
  ...{ addTags: [], removeTags: [] },
  properties: { email: { value: "dan@example.com", isTrusted: true } },
} as const;

function press(world: World, choice: WaitChoiceId): void {
  world.apply(received({ type: "choice", choice, text: choice }));
}

function said({ messages }: World): readonly string[] {
  return [...messages.values()].flatMap(({ author }) => (author.type === "system" ? [author.moment] : []));
}

function tasks({ effects }: World): readonly string[] {
  return effects.flatMap(({ effect }) => (effect.type === "task-create" ? [effect.task.templateId] : []));
}

describe("a customer who waits", () => {
  test("may stop waiting by a button: nobody is asked any more, and they hear so once", () => {
    const world = waitingWorld();
    offer(world, "robin", "lee");
    const requestId = pendingId(world, "robin");
    press(world, "wait-cancel");
    expect(world.conversation?.control.phase).toBe("bot");
    expect(recordOf(world, requestId).end?.status).toBe("rescinded");
    expect(world.agents.get("robin")?.holds).toEqual({});
    expect(said(world).slice(-1)).toEqual(["wait.cancelled"]);
    expect([...world.records.values()].at(-1)).toMatchObject({
      reason: { code: "cancelled" },
      actor: { type: "customer" },
    });
  });

  test("may stop waiting in plain words", () => {
    const world = waitingWorld();
    world.apply(received("Never mind, I found it myself. Thanks!"));
    expect(world.conversation?.control.phase).toBe("bot");
  });

  test("goes on waiting when the words are about something else", () => {
    for (const text of ["cancel my order", "never mind the invoice, where is my parcel?", "thanks", "no", "hello?"]) {
      const world = waitingWorld();
      world.apply(received(text));
      expect([text, world.conversation?.control.phase]).toEqual([text, "queue"]);
    }
  });

  test("goes on waiting when the words may be for the bot that helps meanwhile", () => {
    const world = waitingWorld({ assistsWhileWaiting: true });
    world.apply(received("cancel"));
    expect(world.conversation?.control.phase).toBe("queue");
    press(world, "wait-cancel");
    expect(world.conversation?.control.phase).toBe("bot");
  });

  test("is not offered a person at once again after having stopped", () => {
    const world = waitingWorld();
    press(world, "wait-cancel");
    expect(world.conversation?.engagement.bot).toMatchObject({ turns: 0, failedAttempts: 0, said: [] });
  });

  test("without a bot the conversation ends, and a new message opens it again", () => {
    const world = createWorld({ botId: null });
    world.apply(received("hello"));
    press(world, "wait-cancel");
    expect(world.conversation?.control).toMatchObject({
      phase: "closed",
      outcome: "unresolved",
      handoff: { ask: null },
    });
    world.apply(received("hello again"));
    expect(world.conversation?.control.phase).toBe("queue");
  });

  test("who chooses to be answered later keeps the place, hears so, and is promised it once", () => {
    const world = waitingWorld({ policy: withOverflow("call-back") });
    const opened = tasks(world).length;
    world.apply(knowsAddress);
    press(world, "wait-later");
    press(world, "wait-email");
    expect(world.conversation?.control).toMatchObject({ phase: "queue", handoff: { waits: "email" } });
    expect(said(world).slice(-2)).toEqual(["wait.later", "wait.email"]);
    expect(tasks(world).slice(opened)).toEqual(["call-back"]);
    press(world, "wait-here");
    expect(world.conversation?.control).toMatchObject({ handoff: { waits: "here" } });
    expect(said(world).at(-1)).toBe("queue.still_waiting");
  });

  test("is promised no letter where nobody knows their address, and hears that they keep their place", () => {
    const world = waitingWorld();
    const opened = tasks(world).length;
    press(world, "wait-email");
    expect(world.conversation?.control).toMatchObject({ phase: "queue", handoff: { waits: "here" } });
    expect(said(world).at(-1)).toBe("queue.still_waiting");
    expect(tasks(world)).toHaveLength(opened);
    const choosing = { type: "wait-chosen", choice: "email" } as const;
    expect(world.apply(choosing)).toEqual({ status: "refused", code: "no-email-address" });
    expect(world.conversation?.control).toMatchObject({ handoff: { waits: "here" } });
  });

  test.each(["", "unknown", "none@", "49151234567"])("is promised no letter to %j, which is no address", (value) => {
    const world = waitingWorld();
    world.apply({ ...knowsAddress, properties: { email: { value, isTrusted: true } } });
    const choosing = { type: "wait-chosen", choice: "email" } as const;
    expect(world.apply(choosing)).toEqual({ status: "refused", code: "no-email-address" });
  });

  test("keeps the letter they have chosen where nobody comes and others are promised a call", () => {
    const world = waitingWorld({ policy: exhaustingWith("call-back") });
    world.apply(knowsAddress);
    press(world, "wait-email");
    runOut(world);
    expect(said(world)).not.toContain("callback.confirmed");
    expect(said(world).at(-1)).toBe("handoff.exhausted");
    expect(world.conversation?.control).toMatchObject({ handoff: { waits: "email" } });
    expect(tasks(world)).not.toContain("call-back");
  });

  test("who chooses an answer later or by e-mail is promised one: a single follow-up, which that answer ends", () => {
    for (const choice of ["wait-later", "wait-email"] as const) {
      const world = waitingWorld();
      world.apply(knowsAddress);
      press(world, choice);
      expect([choice, tasks(world)]).toEqual([choice, ["get-back"]]);
    }
  });

  test("is promised what the lead has made for it where no follow-up ends with an answer", () => {
    const { "get-back": _answered, ...taskTemplates } = quietSettings.taskTemplates;
    const world = waitingWorld({ policy: compilePolicy(2, { ...quietSettings, taskTemplates }, noSwitches) });
    press(world, "wait-later");
    expect(tasks(world)).toEqual(["call-back"]);
  });

  test("may have a letter once an address is known, and wherever they write by e-mail anyway", () => {
    const choosing = { type: "wait-chosen", choice: "email" } as const;
    const known = waitingWorld();
    known.apply(knowsAddress);
    expect(known.apply(choosing).status).toBe("applied");
    const byLetter = waitingWorld({ channelKind: "email" });
    expect(byLetter.apply(choosing).status).toBe("applied");
  });

  test("is offered the ways to wait where the line is long and can be answered with buttons", () => {
    const world = waitingWorld({ policy: withOverflow("call-back") });
    const last = [...world.messages.values()].at(-1);
    expect(last?.author).toEqual({ type: "system", moment: "callback.offer" });
    const ids = last?.content.type === "offer" ? last.content.choices.map(({ id }) => id) : [];
    expect(ids).toEqual(["wait-here", "wait-later", "wait-cancel"]);
    expect(world.conversation?.control).toMatchObject({ handoff: { waits: "here" } });
    // That somebody answers was promised, and no call yet.
    expect(tasks(world)).toEqual(["get-back"]);
  });
});

describe("a call instead of a wait that has become too long", () => {
  const call = { type: "call-back", template: "call-back" } as const;
  const lastChoices = ({ messages }: World) => {
    const content = [...messages.values()].at(-1)?.content;
    return content?.type === "offer" ? content.choices.map(({ id }) => id) : [];
  };

  test("is offered with buttons, once, and nobody is promised one who has not said yes", () => {
    const world = waitingWorld();
    settle(world, call);
    expect(said(world).at(-1)).toBe("callback.offer");
    expect(lastChoices(world)).toEqual(["wait-here", "wait-later", "wait-cancel"]);
    expect(world.conversation?.control).toMatchObject({ handoff: { waits: "here" } });
    expect(tasks(world)).toEqual([]);
    settle(world, call);
    expect(said(world).filter((moment) => moment.startsWith("callback."))).toEqual(["callback.offer"]);
    press(world, "wait-later");
    expect(tasks(world)).toEqual(["call-back"]);
  });

  test("is not offered again to whoever was offered one before it was queued", () => {
    const world = waitingWorld({ policy: withOverflow("call-back") });
    settle(world, call);
    expect(said(world)).toEqual(["callback.offer"]);
  });

  test("is what they get where nothing can be pressed", () => {
    const world = waitingWorld({ hasButtons: false });
    settle(world, call);
    expect(said(world).at(-1)).toBe("callback.confirmed");
    expect(tasks(world)).toEqual(["call-back"]);
  });

  test("is promised by no follow-up that is none: they hear that the answer comes later", () => {
    for (const template of ["internal-note", "get-back"]) {
      const world = waitingWorld();
      settle(world, { type: "task", template });
      expect([template, said(world).at(-1)]).toEqual([template, "wait.later"]);
      expect(tasks(world)).toEqual([template]);
      expect(world.conversation?.control).toMatchObject({ handoff: { waits: "later" } });
    }
  });
});

describe("the buttons of somebody who waits", () => {
  test.each(languages)("fit on every messenger and are in the customer's language: %s", (locale) => {
    const labels = waitChoices(locale, { byEmail: true }).map(({ label }) => label);
    expect(labels.filter((label) => label.length > 20)).toEqual([]);
    expect(new Set([...labels, permanentButtonLabel(locale)]).size).toBe(5);
    if (locale !== "en") expect(labels).not.toContain("Wait here");
  });

  test("promise no letter to somebody whose address nobody knows", () => {
    expect(waitChoices("en", { byEmail: false }).map(({ id }) => id)).not.toContain("wait-email");
  });
});

/** Routing finds that it has waited too long here. */
function settle(world: World, action: OverflowAction): void {
  const control = world.conversation?.control;
  if (control?.phase !== "queue") throw new Error("Nobody waits.");
  const found = { by: "longest-idle", step: 0, candidates: [], elsewhere: 0 };
  const decision = { ...found, outcome: { type: "overflow", action } } as const;
  world.apply({ type: "route-settled", effectId: "none", handoffId: control.handoff.id, decision });
}

/** The time in which somebody should have come is over. */
function runOut(world: World): void {
  world.now += 11 * 60_000;
  const timer = world.effects.findLast(({ effect }) => effect.type === "timer");
  if (timer?.effect.type !== "timer") throw new Error("Nothing wakes it.");
  world.apply({ type: "timer-fired", effectId: timer.id, timer: timer.effect.timer });
}

function exhaustingWith(then: "call-back") {
  const { handoff } = quietSettings;
  const exhaustion = { ...handoff.exhaustion, then };
  return compilePolicy(2, { ...quietSettings, handoff: { ...handoff, exhaustion } }, noSwitches);
}

/** Nobody is on duty, so a call is offered before it is queued. */
function withOverflow(type: "call-back") {
  const rule: OverflowRule = { when: { type: "closed" }, then: { type, template: "call-back" } };
  const chat = newQueue({ id: "chat", name: "Chat", teams: ["support"], overflow: { before: [rule], after: [] } });
  const always = quietSettings.hours.always;
  if (!always) throw new Error("The starter has hours.");
  const never = { ...always, week: Object.fromEntries(Object.keys(always.week).map((day) => [day, []])) as never };
  const hours = { ...quietSettings.hours, always: never };
  return compilePolicy(2, { ...quietSettings, hours, queues: { ...quietSettings.queues, chat } }, noSwitches);
}
