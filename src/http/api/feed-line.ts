/**
 * What one caller hears of the feed: only what they may know, and only as long as their key counts. A line stays open
 * for hours, so both are looked at again and again and not only when it begins (I14).
 */
import { dataFor, type Follower } from "../../core/feed/audience.ts";
import type { LiveItem } from "../../engine/live-feed.ts";
import type { Clock } from "../../ports/clock.ts";
import { type Caller, isStillGiven } from "../caller.ts";
import { hasScope } from "../require-scope.ts";
import type { ApiParts } from "./parts.ts";

interface From {
  readonly after: string;
  readonly signal: AbortSignal;
}

/** Before an entry is told, whoever hears it was looked at no longer ago than this. */
const freshMs = 2_000;
/** Even when nothing happens: nobody's line stays open long after their key. */
const lookEveryMs = 10_000;

export async function* openLine(
  parts: Pick<ApiParts, "engine" | "keys" | "clock">,
  caller: Caller,
  { after, signal }: From,
): AsyncGenerator<LiveItem, void, void> {
  const end = new AbortController();
  const close = () => end.abort();
  if (signal.aborted) return;
  signal.addEventListener("abort", close, { once: true, signal: end.signal });
  const look = () => followerOf(parts, caller);
  void closeWhenLost(look, parts.clock, end);
  let follower = await look();
  let lookedAt = parts.clock.now();
  try {
    for await (const item of parts.engine.feed.follow(after, end.signal)) {
      if (isAbout(caller, item) || parts.clock.now() - lookedAt >= freshMs) {
        lookedAt = parts.clock.now();
        follower = await look();
      }
      if (follower === null || end.signal.aborted) return;
      const heard = heardBy(follower, item);
      if (heard) yield heard;
    }
  } finally {
    close();
  }
}

/** Those who can no longer be looked at, too: the client comes back, and is asked for its key. */
async function closeWhenLost(look: () => Promise<Follower | null>, clock: Clock, end: AbortController): Promise<void> {
  while (!end.signal.aborted) {
    await clock.sleep(lookEveryMs, end.signal);
    if (!end.signal.aborted && (await look().catch(() => null)) === null) end.abort();
  }
}

/** As they are now; `null`: they may hear nothing any more. */
async function followerOf(
  { engine, keys }: Pick<ApiParts, "engine" | "keys">,
  caller: Caller,
): Promise<Follower | null> {
  const { agentId, scopes } = caller;
  const agent = agentId === null ? null : await engine.agents.get(agentId);
  if (agentId !== null && agent === null) return null;
  if (!(await isStillGiven(keys, caller, agent))) return null;
  const role = agent?.role ?? "admin";
  return { agentId, role, teamIds: agent?.teamIds ?? [], readsReports: hasScope({ scopes, role }, "reports:read") };
}

/** Nothing is known of what a reset has skipped. */
function isAbout({ agentId }: Caller, item: LiveItem): boolean {
  if (agentId === null) return false;
  return item.type === "reset" || (item.entry.type === "agent-changed" && item.entry.data.agentId === agentId);
}

function heardBy(follower: Follower, item: LiveItem): LiveItem | null {
  if (item.type === "reset") return item;
  const data = dataFor(item.entry, follower);
  return data && { type: "entry", entry: { ...item.entry, data } };
}
