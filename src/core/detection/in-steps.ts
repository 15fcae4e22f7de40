/** Puts something together that takes long; between the steps others may run. */
export type Steps<Value> = Generator<void, Value>;

/** Made once: when it is first needed, or before that, step by step. */
export interface InSteps<Value> {
  /** Does at once what is still to be done. */
  get(): Value;
  prepare(): Generator<void, void>;
}

export function inSteps<Value>(build: () => Steps<Value>): InSteps<Value> {
  let begun: Steps<Value> | null = null;
  let made: { readonly value: Value } | null = null;

  function takeStep(): void {
    const steps = begun ?? build();
    // What fails is begun anew, and fails again, instead of being taken for made.
    begun = null;
    const step = steps.next();
    if (step.done) made = { value: step.value };
    else begun = steps;
  }

  return {
    get() {
      while (made === null) takeStep();
      return made.value;
    },
    *prepare() {
      while (made === null) {
        takeStep();
        yield;
      }
    },
  };
}

/** All steps at once. */
export function allSteps<Value>(steps: Steps<Value>): Value {
  return inSteps(() => steps).get();
}
