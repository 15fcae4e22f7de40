/**
 * How one language asks for a person. One data file per language, no code: words sorted by the role they play.
 *
 * # Writing
 *
 * A role is one string of entries with commas or line breaks between them. Write as people spell it, upper or lower
 * case, with accents: entries are normalized like the messages (lower case, no diacritics, no apostrophes: "j'ai" is
 * the word "jai"; German ß is "ss", Turkish ı is "i"). So never list a word with and without its accents.
 *
 *     human                 this word
 *     human/s/oid           human, humans, humanoid: the listed endings, and none
 *     human*                any ending; three letters at least before it. Typing errors are only understood in words
 *                           written out, so prefer the endings where they can be listed
 *     put me|us through     either word
 *     agent (of|at the) law in parentheses an alternative may have several words
 *     is there? (in here)?  may be missing
 *
 * The longest entry that fits at a place wins, and its words are then used up: "human resources" as `ignored` takes the
 * "human" away, and "can i have" as `wish` takes the "can". A word may have several roles. `strangersAfter`, `speaking`,
 * `alone`, `aloneUnclear` and `declines` are looked up apart from the others and use nothing up. In a language without spaces
 * between words an entry is simply what stands there; spaces in it are removed.
 *
 * Typing errors are understood in single words of `staff`, `persons`, `anybody`, `departments`, `genuine`, `help`,
 * `machines` and the verbs from five letters on (two errors from nine on), and so are "humannnn", "hum4n", "h u m a n"
 * and "talktoahuman". So list only what this does not find: short slang ("sum1", "tlk"). A misspelling that is listed
 * in one language is taken for a word in all of them.
 *
 * # How a message is understood
 *
 * 1. Signs cut it into clauses, `turns` ("but") and `joins` ("and") cut those again. Quoted clauses are left out.
 * 2. A **target** is looked for: words of `staff`, `persons`, `anybody`, `groups`, `trades`, `departments`, `help`,
 *    `machines` and `devices` that stand together, with `genuine` and function words between them: "a real person from support".
 * 3. From the target the engine walks left, and then right, over nothing but function words (`glue`, `me`, `polite` …)
 *    until it meets what the customer wants with it: `talk`, `reach`, `call`, `talking`, `wish` or `exists`. A word
 *    without a role ends the walk (but for two between `talk` and `staff`: "talk to a bloody useless human"): function
 *    words that are missing in the file make it deaf, so fill `glue` well.
 *    Both orders work: "speak with a person", "mit einem Menschen sprechen", "temsilciyle görüşmek istiyorum".
 * 4. From there it walks on over the words of the same proposition, and what it meets there may turn the meaning:
 *    `negators`, `past`, `reported`, `identity`, `hypothetical` … It ends at a word without a role, at an `object`,
 *    and behind a `subject` ("this is not working i want a human": the "not" belongs to another proposition).
 *    Much is typed without signs, so it ends as well where a sentence plainly begins or ends: `proposition-bounds.ts`.
 *    For that a phrase of `wish`, `talk` or `reach` with a word of `subject` in it ("i'd like") is a `subject` itself.
 * 5. A target without anything of that is one called for ("nothing works human please") or set against a machine ("not
 *    a bot a person"): `hear-aside.ts`. Otherwise it says nothing.
 * 6. Where a phrase of `unclear` or `requestsLast` made it none, its words are read once more without such phrases.
 *
 * | target                              | talk      | reach      | call    | wish       | exists  | alone in the message |
 * |-------------------------------------|-----------|------------|---------|------------|---------|----------------------|
 * | `staff`, or `genuine` and a person  | request   | request    | request | request    | request | request              |
 * | `persons`                           | request   | request    | – 3     | request    | request | request 4            |
 * | `anybody`                           | request   | request    | – 3     | unclear    | unclear | unclear              |
 * | `groups`                            | unclear   | unclear    | –       | unclear    | unclear | unclear              |
 * | `trades`                            | request   | unclear    | – 3     | –          | –       | –                    |
 * | `titles` and a name                 | request   | request    | – 3     | –          | –       | –                    |
 * | `departments`                       | request 2 | request 12 | unclear | request 25 | unclear | request 25           |
 * | `machines`, negated                 | request   | request    | request | request    | –       | request              |
 * | `devices`, negated                  | request   | request    | request | –          | –       | request              |
 *
 * 1: unclear when asked with one of `questions` ("how do I contact support").
 * 2: unclear when the workspace says that departments are no person.
 * 3: "someone call me" is a request: the verb behind, one of `me` beside it, and `ability`, `wish` or `polite` before.
 * 4: one word alone is unclear: "person".
 * 5: unclear for those that are in `help` as well, being topics: support, billing.
 * A word without a role right behind the target makes a `wish` unclear: "I want agent access".
 *
 * What fits no grammar is listed whole: `requests`, `unclear`, `alone`. A list of phrases in place of roles finds the
 * sentences of its author; roles find those of others. So try without first: most phrases are already understood. A
 * phrase uses its words up as well: in "escalate this agent issue" as one of `requests`, nobody finds the "agent".
 *
 * # Adding a language
 *
 * Copy the roles of a language with the same word order (English; German for verbs at the end; Turkish where the verb
 * carries wish and negation), translate word by word, then collect sentences that people would type, requests and
 * others, in `test/fixtures/detection/authored-xx.tsv`; the tests read it by the language's name. What fails, and why, is seen by asking
 * which word of the sentence has no role, or the wrong one. Words that are two things (French "personne") are listed
 * with what tells them apart ("une personne"). Of the roles none is required; `staff`, `talk`, `wish`, `glue`,
 * `polite`, `negators` and `identity` carry most.
 */
export interface RequestLexicon {
  readonly language: string;
  /** False where words are written without spaces: the text is then cut by the longest entries. */
  readonly hasSpaces: boolean;
  /** Written onto a word of `staff`, `persons`, `groups`, `trades`, `departments`, `help`, `genuine`: French l', d'; Arabic al-. */
  readonly prefixes?: string;
  readonly roles: Readonly<Partial<Record<Role, string>>>;
}

export type Role =
  // Targets
  /** Who else than a person at the company can be meant: human, agent, representative, operator, manager. */
  | "staff"
  /** A person, man, woman: words that stand in other sentences too. With the article where it has another meaning alone. */
  | "persons"
  /** Someone, anybody. */
  | "anybody"
  /** People, humans, agents: not one of them, but with `genuine` as good as a person. */
  | "groups"
  /** Hairdresser, lawyer, owner, driver: whom one is put through to where they work, and speaks of elsewhere. No typing errors. */
  | "trades"
  /** Mr, Mrs, Dr: with the name behind them, which nobody can list, they are whom one asks for. */
  | "titles"
  /** With what one asks for somebody by name, and the preposition: talk to, put me through to. The name alone makes it unclear. */
  | "speaking"
  /** "Who" and its cases, in "who can I talk to"; a `subject` must follow. */
  | "who"
  /** Customer service, support, billing. */
  | "departments"
  /** Help, assistance, support, chat: a target only beside `staff` ("human help"). */
  | "help"
  /** Real, live, actual: makes a person of what is vague ("real people"). What means a person by itself (human) is in `staff` too. */
  | "genuine"
  /** Bot, chatbot, virtual assistant. */
  | "machines"
  /** Robot, computer, machine: things one may also not want to buy. */
  | "devices"
  // What the customer wants with the target
  /** Speaking: talk, speak, chat, transfer me, put me through. Never a past form. */
  | "talk"
  /** Finding: contact, reach, get hold of. Never a past form. */
  | "reach"
  /** What is done to anybody and with many things: call, phone, text, transfer, ask. Only for `staff`, and in "someone call me". */
  | "call"
  /** Forms that ask only with a wish or a question: talking, speaking. */
  | "talking"
  /** Want, need, would like, get me, give me, looking for, prefer, possible, way. */
  | "wish"
  /** Is there, are there, do you have. */
  | "exists"
  /** Either of these two where they stand behind the target: Turkish istiyorum, var mı; "agent needed". Nothing else is looked for there. */
  | "wishAfter"
  // Words around them
  /** Articles, prepositions, adverbs, particles: say nothing here, may stand anywhere. */
  | "glue"
  /** A, the: those of `glue` that begin an object. After a verb of `reach` they show it to be another's: "can someone call the hotel". */
  | "articles"
  /** Please, now, asap, hello, ok: like `glue`; and a message of a target and these is a request. */
  | "polite"
  /** Me, us, my call. After `reach` it makes a request of "someone call me". */
  | "me"
  /** I, we: a proposition begins here. Where verbs carry it, those of the first person: Spanish puedo. */
  | "subject"
  /** You: as `subject`. */
  | "you"
  /** This, that, it, them: end the walk between propositions. Never listed in `glue` as well. */
  | "object"
  /** Can, could, may, able, let: negated they complain and refuse nothing ("why can't I talk to a person"). */
  | "ability"
  /** What a person may be asked to do, behind the target and `ability` or `obligations`: "can a person look at this". */
  | "acts"
  /** Should, must, needs to: right behind the target they ask for it as `ability` does. */
  | "obligations"
  /** Would be great, appreciate: an `if` behind it, which is in `continues`, makes a wish of it. */
  | "welcome"
  /** That, if: go on with the wish of the clause before, over a comma: "it would be nice, if a person …". */
  | "continues"
  /** Until, unless: with a negation before it, what follows is demanded: "I won't pay until a person answers". */
  | "conditions"
  /** One: whom the customer has just spoken of: "are you human? then get me one". */
  | "references"
  /** How, where, what, when. */
  | "questions"
  /** Why, how come. */
  | "why"
  // What turns the meaning
  /** Not, don't, never: anywhere between the proposition's start and the target. With `ability` they complain: "I can't reach a person". */
  | "negators"
  /** Without, instead of, avoid, no need to, rather not, than: refuse whatever else stands there ("can I cancel without …"). */
  | "refusals"
  /** Those that come behind: "not needed"; Turkish istemiyorum. */
  | "negatorsAfter"
  /** No, kein, ningún, aucun: negate only the target they stand before. Not needed where `negators` has the same word. */
  | "noneOf"
  /** Nothing but, only, why not: contain a negator and ask. */
  | "notNegating"
  /** Had to, tried to, was able to, did: it has happened. Before the verb, or behind it. */
  | "past"
  /** Those of `past` that are the verb of a wish before them: "ich hätte gern den Berater gesprochen". */
  | "participles"
  /** Says, told me to, asked me to: somebody else's words. */
  | "reported"
  /** Translate, how do you say, write a poem, what does … mean: all behind it in the clause is only spoken of. */
  | "spokenOf"
  /** The question is another one: what hours, how much, how long. */
  | "asides"
  /** If I want, do I have to, what happens when: not now. The result is unclear. */
  | "hypothetical"
  /** Are you, am I, is this, I am: about who somebody is. */
  | "identity"
  /** My, his, their, every, per, two: the target is somebody else. */
  | "strangers"
  /** Another, different: somebody else when wished for, a person all the same when talked to. */
  | "others"
  /** Directly behind the target: who is, in my town, of the opera: somebody else. */
  | "strangersAfter"
  /** Human resources, travel agent, in person, per person: hide the words in them. */
  | "ignored"
  // Cuts within a clause
  /** But, rather: nothing from before holds after it. */
  | "turns"
  /** And, or: what turns the meaning before it still holds after it. */
  | "joins"
  // Whole phrases
  /** A request wherever it stands, unless turned around: call me back, put me through, escalate this. */
  | "requests"
  /**
   * A request only with nothing, `polite` or `questions` behind it: "please call me" is one, "please call me Bob" is
   * none. A verb that also takes a target ("transfer me" to …) belongs in `talk` as well.
   */
  | "requestsLast"
  /** May be one: how do I contact you. */
  | "unclear"
  /** A request only as the whole message, beside `polite`. */
  | "alone"
  /** Unclear as the whole message: help, 0. */
  | "aloneUnclear"
  /** As a whole clause behind a request it takes it back: no thanks, no way. "But I don't want to" is understood without. */
  | "declines"
  /** Wherever it stands behind a request it takes it back: never mind, not anymore. */
  | "retractions"
  /** Correct words that look like a typing error of one above: humane, urgent, parson. */
  | "notTypos";
