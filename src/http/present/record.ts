import type { EngagementRecord } from "../../core/conversation/record.ts";
import type { RecordBody } from "../../protocol/records.ts";
import { isoTime } from "./time.ts";

export function presentRecord(record: EngagementRecord): RecordBody {
  const at = isoTime(record.at);
  if (record.type === "control") {
    const { schemaVersion: _version, ...rest } = record;
    return { ...rest, at };
  }
  const { schemaVersion: _version, candidates, end, ...rest } = record;
  return { ...rest, at, candidates: [...candidates], end: end && { ...end, at: isoTime(end.at) } };
}
