import { compare, isSame } from "../compare.ts";
import { recount } from "../recount.ts";
import type { Check } from "./check.ts";

export const reportAgrees: Check = {
  name: "the report agrees with the recount",
  find: (evidence) =>
    compare(recount(evidence), evidence.reported)
      .filter((one) => !isSame(one))
      .map(
        ({ group, name, recounted, reported }) => `${group}: ${name} is ${recounted}, and the report says ${reported}`,
      ),
};
