import { ofCaseHandoffs } from "./of-case-handoffs.ts";
import { ofConversations } from "./of-conversations.ts";
import { ofPeople } from "./of-people.ts";
import type { Sabotage } from "./sabotage.ts";

export const sabotages: readonly Sabotage[] = [...ofConversations, ...ofPeople, ...ofCaseHandoffs];
