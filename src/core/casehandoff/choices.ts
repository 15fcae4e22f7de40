/** What a lead chooses before anything moves. A draft may be unfinished; a verified one is not. */
export interface CaseChoices {
  /** `one-person`: everything to `target`. `by-module`: each module has its own. */
  readonly method: "one-person" | "by-module";
  readonly target: CaseTarget | null;
  /** By module id. One that is not named takes part. */
  readonly modules: Readonly<Record<string, ModuleChoice>>;
  /** A conversation whose new owner has no room: waits in their team's queue, or stays where it is. */
  readonly whenFull: "queue" | "skip";
  /** The customer of each conversation is told who looks after them now. */
  readonly tellsCustomers: boolean;
  /** Everything goes back at this time; `null`: it stays. */
  readonly returnAt: number | null;
  /** Then also what people gave to others meanwhile. */
  readonly returnsByForce: boolean;
  /** When everything has gone, the subject works here no more. */
  readonly leaves: boolean;
  /** Who is named in the settings instead of the subject; `null`: the settings stay as they are. */
  readonly replacementId: string | null;
  /** So long after the end every item stays to be read, and can be undone; then only what it came to stays. */
  readonly keptDays: number;
}

export interface ModuleChoice {
  readonly isEnabled: boolean;
  /** Looked at with `by-module` only. */
  readonly target: CaseTarget | null;
}

export type CaseTarget =
  | { readonly type: "employee"; readonly id: string }
  /** `id`: which one, where the subject has two; `null`: the only one there is. */
  | { readonly type: "head"; readonly id: string | null }
  | { readonly type: "department"; readonly id: string; readonly strategy: CaseStrategy };

export type CaseStrategy = "random" | "least-loaded";

export const startingChoices: CaseChoices = {
  method: "one-person",
  target: null,
  modules: {},
  whenFull: "queue",
  tellsCustomers: false,
  returnAt: null,
  returnsByForce: false,
  leaves: false,
  replacementId: null,
  keptDays: 90,
};

export function isModuleEnabled({ modules }: CaseChoices, moduleId: string): boolean {
  return modules[moduleId]?.isEnabled ?? true;
}

export function targetOf({ method, target, modules }: CaseChoices, moduleId: string): CaseTarget | null {
  return method === "one-person" ? target : (modules[moduleId]?.target ?? null);
}
