import { noSwitches, type Switches } from "../../core/settings/settings.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import { type SwitchChange, type SwitchName, settingsViews, switchesKey } from "./documents.ts";
import { untilCommitted } from "./until-committed.ts";

export interface SwitchOn {
  readonly name: SwitchName;
  readonly until: number;
  readonly by: string;
  /** What customers are told; of `incident` only. */
  readonly byLocale: Readonly<Record<string, string>>;
}

/** Act at once and outside of versions; every use is kept with who and until when. */
export interface SettingsSwitches {
  /** Those whose end has come are over. */
  get(): Promise<Switches>;
  turnOn(on: SwitchOn): Promise<Switches>;
  /** One that is off already stays so, and nobody is said to have done it. */
  turnOff(name: SwitchName, by: string): Promise<Switches>;
  history(options: { limit: number; cursor: string | null }): Promise<{ items: SwitchChange[]; next: string | null }>;
}

export function createSettingsSwitches(parts: Parts): SettingsSwitches {
  const { store, clock } = parts;

  async function read() {
    const [stored] = await store.load([switchesKey]);
    const switches = stored ? (stored.body as Switches) : noSwitches;
    return { switches: withoutEnded(switches, clock.now()), documentVersion: stored?.version ?? 0 };
  }

  function change(decide: (switches: Switches) => { next: Switches; use: Use } | null): Promise<Switches> {
    return untilCommitted(parts, async () => {
      const { switches, documentVersion } = await read();
      const decided = decide(switches);
      if (!decided) return { answer: switches, commit: null };
      return { answer: decided.next, commit: switchCommit(parts, documentVersion, decided) };
    });
  }

  return {
    get: async () => (await read()).switches,
    turnOn: ({ name, until, by, byLocale }) =>
      change((switches) => {
        const state = { until, by, at: clock.now() };
        const next = name === "closed" ? { closed: state } : { incident: { ...state, byLocale } };
        const use = { switch: name, by, until, byLocale: name === "incident" ? byLocale : null };
        return { next: { ...switches, ...next }, use };
      }),
    turnOff: (name, by) =>
      change((switches) => {
        const use = { switch: name, by, until: null, byLocale: null };
        return switches[name] && { next: { ...switches, [name]: null }, use };
      }),
    async history(options) {
      const page = await store.query({ ...settingsViews.switchChanges, order: "descending", ...options });
      return { items: page.items.map(({ body }) => body as SwitchChange), next: page.next };
    },
  };
}

type Use = Pick<SwitchChange, "switch" | "by" | "until" | "byLocale">;

function switchCommit({ clock, ids }: Parts, documentVersion: number, { next, use }: { next: Switches; use: Use }) {
  const at = clock.now();
  const change: SwitchChange = { schemaVersion: 1, id: ids.next("swi"), at, ...use };
  const key = { kind: "settings-switch-change", id: change.id };
  return {
    ...emptyCommit(at),
    expects: [{ ...switchesKey, version: documentVersion }],
    puts: [
      { ...switchesKey, body: next },
      { ...key, body: change },
    ],
    index: [{ change: "put", ...settingsViews.switchChanges, ...key, sort: at, previousKey: null } as const],
    feed: [
      {
        type: "settings-switched",
        conversationId: null,
        data: { switch: use.switch, isOn: use.until !== null, until: use.until },
      } as const,
    ],
  };
}

function withoutEnded({ closed, incident }: Switches, now: number): Switches {
  return {
    closed: closed && closed.until > now ? closed : null,
    incident: incident && incident.until > now ? incident : null,
  };
}
