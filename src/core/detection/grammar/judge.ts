import type { Role } from "./lexicon.ts";
import { type Proposition, readProposition } from "./proposition.ts";
import { findRelation, isContact, type Relation } from "./relation.ts";
import type { Target } from "./target.ts";
import { has, hasAny, type Unit } from "./unit.ts";

/** `withdrawn`: what was asked for before is not wanted any more. */
export type Verdict = "request" | "unclear" | "refused" | "withdrawn" | null;

export interface Judged {
  readonly verdict: Verdict;
  /** First and last unit of what was judged. */
  readonly start: number;
  readonly end: number;
  /** Nothing of its clause stands before it: what turned the half before "and" turns it, too. */
  readonly isFirst: boolean;
}

export interface Circumstances {
  readonly departmentsCount: boolean;
  readonly isQuestion: boolean;
}

/** What one target in a clause amounts to. */
export function judgeTarget(units: readonly Unit[], target: Target, circumstances: Circumstances): Judged | null {
  const relation = findRelation(units, target);
  if (relation === null) return null;
  const start = Math.min(relation.at, target.start);
  const end = Math.max(relation.at, target.end - 1);
  const proposition = readProposition(units, start, end, target.end);
  const verdict = judge({ units, target, relation, proposition, circumstances });
  return { verdict, start, end, isFirst: proposition.isFirst };
}

/** What a phrase amounts to that says all by itself: "call me back". */
export function judgePhrase(units: readonly Unit[], at: number, circumstances: Circumstances): Judged {
  const proposition = readProposition(units, at, at);
  const turned = turn(proposition, circumstances);
  const isLast = has(units[at], "requestsLast") && isLastWord(units[at + 1]);
  const place = { start: at, end: at, isFirst: proposition.isFirst };
  if (!isLast && !hasAny(units[at], ["requests", "unclear"])) return { verdict: null, ...place };
  const said = isLast || has(units[at], "requests") ? "request" : "unclear";
  return { verdict: turned === "kept" ? said : turned, ...place };
}

function isLastWord(next: Unit | undefined): boolean {
  return next === undefined || hasAny(next, ["polite", "questions"]) || phoneNumber.test(next.text);
}

/** "Call me 0171 2345678", but "call me 007". */
const phoneNumber = /^\d{5,}$/;

interface Case {
  readonly units: readonly Unit[];
  readonly target: Target;
  readonly relation: Relation;
  readonly proposition: Proposition;
  readonly circumstances: Circumstances;
}

function judge(one: Case): Verdict {
  const { target, relation, proposition, circumstances } = one;
  if (isSomebodyElse(one)) return null;
  if (target.kind === "machine" || target.kind === "device") return judgeMachine(one);
  if (target.kind === "who") return judgeWho(one);
  const turned = turn(proposition, circumstances);
  if (turned !== "kept") return turned;
  if (relation.type === "talking" && !isTalkingWanted(proposition)) return null;
  return strength(one);
}

/** What stands around it turns the meaning, or leaves it. */
export function turn(proposition: Proposition, { isQuestion }: Circumstances): Verdict | "kept" {
  if (hasRole(proposition, ["identity", "reported", "past", "asides"])) return null;
  if (proposition.isNegated) return turnNegated(proposition, isQuestion);
  return hasRole(proposition, ["hypothetical"]) || proposition.isOfOthers ? "unclear" : "kept";
}

/** "I can't reach a person" complains, "I can't talk to anybody now" refuses. */
function turnNegated(proposition: Proposition, isQuestion: boolean): Verdict {
  if (hasRole(proposition, ["refusals"])) return "refused";
  if (hasRole(proposition, ["why"]) || proposition.isInverted || proposition.isLacking) return "request";
  if (!hasRole(proposition, ["ability", "exists"])) return "refused";
  return isQuestion || !hasRole(proposition, ["polite"]) ? "request" : "unclear";
}

/** "Talking to an agent would be nice", not "I am talking to an agent". */
function isTalkingWanted(proposition: Proposition): boolean {
  return hasRole(proposition, ["wish", "questions"]) || (proposition.isFirst && !hasRole(proposition, ["subject"]));
}

function hasRole({ roles }: Proposition, wanted: readonly Role[]): boolean {
  return wanted.some((role) => roles.has(role));
}

function judgeMachine(one: Case): Verdict {
  const { target, relation, proposition } = one;
  if (!proposition.isNegated || hasRole(proposition, ["identity", "reported", "past", "hypothetical"])) return null;
  // "Bot, no need to get an agent": the verb has its own.
  if (relation.type === "talk" && relation.at >= target.end && has(one.units[relation.at + 1], "staff")) return null;
  if (isContact(relation)) return "request";
  return target.kind === "machine" && relation.type === "wish" && !isCompound(one) ? "request" : null;
}

function judgeWho({ relation, proposition }: Case): Verdict {
  if (relation.type !== "talk" && relation.type !== "reach") return null;
  if (proposition.isNegated || hasRole(proposition, ["identity", "reported", "past", "you"])) return null;
  if (!hasRole(proposition, ["subject"])) return null;
  return relation.type === "talk" && hasRole(proposition, ["ability"]) ? "request" : "unclear";
}

function isSomebodyElse({ units, target, relation }: Case): boolean {
  if (has(units[target.end], "strangersAfter")) return true;
  if (target.kind === "person" && count.test(units[target.end]?.text ?? "")) return true;
  const from = Math.max(0, relation.at < target.start ? relation.at + 1 : target.start - 1);
  let isBegun = false;
  for (let at = target.start - 1; at >= from; at--) {
    if (has(units[at], "strangers") && !(isBegun && isOfSomething(units, at))) return true;
    if (has(units[at], "others") && (relation.type === "wish" || relation.type === "exists")) return true;
    isBegun ||= has(units[at], "articles");
  }
  return false;
}

/** Russian "человек 20": some twenty of them. */
const count = /^\d{1,3}$/;

/** "Discuss my bill with a person", "discuss this with a person": before the article it is said of a thing. */
function isOfSomething(units: readonly Unit[], at: number): boolean {
  return has(units[at], "object") || units[at + 1]?.roles.size === 0;
}

function strength(one: Case): Verdict {
  const { target, relation } = one;
  if (isForSomebodyElse(one)) return target.kind === "staff" ? "unclear" : null;
  if (target.kind === "department") return departmentStrength(one);
  if (target.kind === "named") return namedStrength(one);
  if (relation.type === "ability") return target.kind === "staff" || target.kind === "person" ? "request" : "unclear";
  if (target.kind === "staff")
    return !isContact(relation) && (isCompound(one) || isAbleTo(one)) ? "unclear" : "request";
  if (relation.type === "call") return target.kind !== "group" && isAskedToCall(one) ? "request" : null;
  if (target.kind === "person")
    return !isContact(relation) && (isCompound(one) || isForAnErrand(one) || isAbleTo(one)) ? "unclear" : "request";
  if (target.kind === "trade") return tradeStrength(one);
  if (isContact(relation)) return isDoubtful(one) || target.kind === "group" ? "unclear" : "request";
  return isWantedFor(one) ? "unclear" : null;
}

/** Talked of as much as talked to: "I need a lawyer", "how do I contact the driver". */
function tradeStrength(one: Case): Verdict {
  const { target, relation, proposition } = one;
  if (!isContact(relation) || isDoubtful(one) || isBetweenOthers(one)) return null;
  if (relation.type !== "reach") return "request";
  return relation.at < target.start && !hasRole(proposition, ["questions"]) ? "unclear" : null;
}

/** "My electrician can talk to the builder". */
function isBetweenOthers({ units, target, relation, proposition }: Case): boolean {
  if (relation.at > target.start || hasRole(proposition, ["subject", "me"])) return false;
  return units.slice(0, relation.at).some((unit) => hasAny(unit, ["trades", "staff", "persons"]));
}

/** "Speak with Mr King", "I'd like to reach Mr King", but "contact Mr King and tell him". */
function namedStrength(one: Case): Verdict {
  const { relation, proposition } = one;
  if (relation.type === "call") return isAskedToCall(one) ? "request" : null;
  if (relation.type === "reach" && !hasRole(proposition, ["subject", "me"])) return null;
  return isContact(relation) && !isDoubtful(one) ? "request" : null;
}

/** "I need someone to …", "is there anybody who …"; not "it looks like someone stole it". */
function isWantedFor({ units, target }: Case): boolean {
  const next = units[target.end];
  return next === undefined || hasAny(next, ["glue", "polite", "who", "help", "talk", "reach", "wishAfter"]);
}

function departmentStrength(one: Case): Verdict {
  const { target, relation, circumstances } = one;
  if (circumstances.departmentsCount && (isToldToCall(one) || (relation.type === "call" && isAskedToCall(one))))
    return "request";
  if (
    !circumstances.departmentsCount ||
    relation.type === "exists" ||
    relation.type === "call" ||
    relation.type === "ability"
  )
    return "unclear";
  if (isContact(relation)) return isLookedFor(one) ? "unclear" : "request";
  return target.isTopic || isCompound(one) ? "unclear" : "request";
}

/** "Billing should call me", "das Team soll sich melden". */
function isToldToCall({ units, target, relation }: Case): boolean {
  const isCalling = relation.type === "call" || relation.type === "reach";
  return isCalling && relation.at > target.end && has(units[target.end], "obligations");
}

/** "How do I contact support" asks for a number as much as for a person. */
function isLookedFor({ relation, proposition }: Case): boolean {
  return relation.type === "reach" && hasRole(proposition, ["questions"]);
}

/** "Can someone call me". */
function isAskedToCall(one: Case): boolean {
  const { units, target, relation } = one;
  const around = units.slice(Math.max(0, Math.min(target.start, relation.at) - 2), relation.at + 2);
  return relation.at >= target.end && around.some((unit) => has(unit, "me")) && !isDoubtful(one);
}

/** "Will someone contact me" asks what will happen; "can someone contact me" asks for it. */
function isDoubtful({ units, target, relation, proposition }: Case): boolean {
  if (relation.at < target.end || (relation.type !== "reach" && relation.type !== "call")) return false;
  const isTheirs = units.slice(target.end, relation.at).some((unit) => hasAny(unit, ["subject", "you"]));
  const isDemand = proposition.start === 0 && isLastWord(units[proposition.end + 2]);
  return !isTheirs && !isDemand && !hasRole(proposition, ["ability", "wish", "wishAfter", "polite"]);
}

/** "An agent number": the word behind makes it something else, unless an article or more showed it to be a person. */
function isCompound({ units, target, relation }: Case): boolean {
  const next = units[target.end];
  if (next === undefined || next.roles.size > 0 || target.isGenuine) return false;
  return target.kind !== "staff" || relation.type === "exists" || relation.at === target.start - 1;
}

/** "I need a person to sign for it": anybody would do. */
function isForAnErrand({ units, target }: Case): boolean {
  let next = target.end;
  while (has(units[next], "glue") && !has(units[next], "who")) next++;
  return next > target.end && units[next]?.roles.size === 0 && !target.isGenuine;
}

/** "Wondering if a person can bring a dog": what they can do is none of what the customer needs. */
function isAbleTo({ units, target }: Case): boolean {
  if (!has(units[target.end], "ability") || has(units[target.end], "negators") || target.isGenuine) return false;
  let next = target.end + 1;
  while (hasAny(units[next], ["glue", "polite"])) next++;
  return units[next]?.roles.size === 0;
}

/** "Wie kann ich einen Menschen erreichen": the customer does it. */
function isSpeaker(unit: Unit): boolean {
  return has(unit, "subject") && !has(unit, "wish");
}

/** "Can someone call the hotel", "someone who can deal with my car": it is not the customer who gets to talk. */
function isForSomebodyElse({ units, target, relation }: Case): boolean {
  if (relation.at < target.end || relation.type === "wish") return false;
  const between = units.slice(target.end, relation.at);
  if (between.some((unit) => hasAny(unit, ["subject", "you"])) || has(units[relation.at], "me")) return false;
  const ahead = units.slice(Math.max(0, target.start - 3), target.start);
  if (ahead.some((unit) => has(unit, "me")) || (between.length === 0 && ahead.some(isSpeaker))) return false;
  if (between.some((unit) => has(unit, "me") && !has(unit, "subject"))) return false;
  const isTheirDoing =
    relation.type === "reach" || relation.type === "call" || between.some((unit) => has(unit, "who"));
  let next = relation.at + 1;
  while (between.length > 0 && has(units[next], "glue") && !has(units[next], "articles")) next++;
  const object = units[next];
  return (
    isTheirDoing &&
    object !== undefined &&
    (object.roles.size === 0 || hasAny(object, ["articles", "strangers", "object"]))
  );
}
