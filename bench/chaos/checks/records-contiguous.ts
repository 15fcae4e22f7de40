import { controlRecords, type ObservedConversation } from "../observed.ts";
import type { Check } from "./check.ts";

export const recordsContiguous: Check = {
  name: "every change of control: one epoch, one record, no gaps (I2)",
  find({ observed }) {
    return observed.conversations.flatMap(faultsOf);
  },
};

function faultsOf(conversation: ObservedConversation): string[] {
  const { id, records, epoch, phase } = conversation;
  const controls = controlRecords(conversation);
  const faults = records.flatMap(({ seq }, index) =>
    seq === index + 1 ? [] : [`${id}: record ${seq} stands at place ${index + 1}`],
  );
  controls.forEach((record, index) => {
    const before = controls[index - 1]?.to ?? null;
    if (record.epoch !== index + 1) faults.push(`${id}: change ${index + 1} of control carries epoch ${record.epoch}`);
    if (record.from !== before) faults.push(`${id}: epoch ${record.epoch} began from ${record.from}, not ${before}`);
  });
  if (controls.length !== epoch) faults.push(`${id}: epoch ${epoch} with ${controls.length} changes of control`);
  const last = controls.at(-1)?.to ?? null;
  if (last !== phase) faults.push(`${id}: in phase ${phase}, and the last record says ${last}`);
  return faults;
}
