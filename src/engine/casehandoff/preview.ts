import { headsOf } from "../../core/casehandoff/find-target.ts";
import type { NamedPlace } from "../../core/casehandoff/names-in-settings.ts";
import { namesInSettings } from "../../core/casehandoff/names-in-settings.ts";
import { readAgents } from "../read-agents.ts";
import type { CaseParts } from "./case-parts.ts";
import type { ItemModule } from "./modules/item-module.ts";

export interface Preview {
  readonly subjectId: string;
  /** Only those with something active in them; one that does not answer says so. */
  readonly modules: readonly PreviewedModule[];
  readonly heads: readonly { readonly agentId: string; readonly teamIds: readonly string[] }[];
  readonly names: readonly NamedPlace[];
}

export interface PreviewedModule {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  /** There are more than were counted. */
  readonly isCut: boolean;
  readonly error: string | null;
}

const mostCounted = 10_000;
const patienceMs = 10_000;

export async function previewCases(
  { parts, agents, modules, policies }: CaseParts,
  subjectId: string,
): Promise<Preview | null> {
  const subject = await agents.get(subjectId);
  if (!subject) return null;
  const { settings } = policies.current();
  const people = await readAgents(parts.store);
  const counted = await Promise.all(modules.map((module) => count(module, subject)));
  return {
    subjectId,
    modules: counted.filter((module) => module.count > 0 || module.error !== null),
    heads: headsOf({ subject, people, settings, at: parts.clock.now() }).map(({ agent, teamIds }) => ({
      agentId: agent.id,
      teamIds,
    })),
    names: namesInSettings(settings, subjectId),
  };
}

async function count(module: ItemModule, subject: Parameters<ItemModule["list"]>[0]): Promise<PreviewedModule> {
  const { id, name } = module;
  const signal = AbortSignal.timeout(patienceMs);
  let counted = 0;
  let cursor: string | null = null;
  do {
    const page = await module.list(subject, cursor, signal);
    if (page.status === "unreachable") return { id, name, count: counted, isCut: true, error: page.error };
    counted += page.items.length;
    cursor = page.next;
  } while (cursor !== null && counted < mostCounted);
  return { id, name, count: counted, isCut: cursor !== null, error: null };
}
