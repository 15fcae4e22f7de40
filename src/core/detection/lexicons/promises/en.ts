import type { PromiseLexicon } from "./promise-lexicon.ts";

export const englishPromises: PromiseLexicon = {
  sets: {
    "i-will": `i will | ill | i am going to | im going to | i am about to | im about to | i shall | let me | we will | well |
      we are going to | were going to | allow me to | i need to | i have to | i would like to | id like to`,
    "i-am": "i am | im | we are | were | currently | now",
    "i-have": "i have | ive | i | we have | weve",
    adverb: `now | just | already | also | immediately | personally | gladly | be | go ahead and | gone ahead and | then |
      quickly | right away | shortly | soon | be happy to | happily | definitely | have to`,
    will: "will | ll | is going to | are going to | shall | should | is about to",
    move: `transfer you | transfer this | transfer your | transfer the chat | connect you | redirect you | forward you |
      forward this | forward your | forward it | hand you | hand this | hand it | put you through | put you in touch |
      put you in contact | pass you | pass this | pass it | pass your | pass on | route you | route this | escalate |
      refer you | refer this | bring in | bring a | bring someone | loop in | get you | get an agent | get someone |
      get somebody | get a | find you | find someone | have someone | have somebody | have a | ask a | ask our | ask my |
      check with | direct you | notify | inform | alert | assign`,
    moving: `transferring you | transferring this | transferring your | connecting you | redirecting you |
      forwarding you | forwarding this | forwarding your | forwarding it | handing you | handing this | handing it |
      putting you | passing you | passing this | passing it | passing your | routing you | routing this | escalating |
      referring you | referring this | bringing in | looping in | getting you | getting someone | notifying | alerting |
      assigning`,
    moved: `transferred | connected | redirected | forwarded | handed | put you | passed | routed | escalated | referred |
      sent | shared | flagged | reported | notified | informed | alerted | assigned | asked`,
    case: `request | case | question | query | inquiry | enquiry | issue | problem | concern | conversation | chat | message |
      ticket | complaint | details | matter | this`,
    people: `agent | agents | colleague | colleagues | specialist | specialists | representative | representatives | advisor |
      advisors | adviser | advisers | operator | operators | someone | somebody | team | teams | department | staff |
      manager | supervisor | expert | experts | consultant | consultants | human | person | support`,
    contact: `contact | call | phone | reach out | get back | get in touch | be in touch | be with you | be right with you |
      be with you shortly | be here | follow up | email | write to you | assist you | help you | take over | join |
      be joining | look into | look at | take care | respond | reply | answer you | review this | review your case |
      review your request | review your message | handle this | handle your | pick this up | investigate | update you | continue`,
    created: "created | opened | raised | submitted | filed | logged | registered",
    opening: "create | open | raise | submit | file | log | register | opening | creating | raising | logging",
  },
  phrases: {
    promise: [
      "let * {people} know",
      "this|it goes straight|directly to our|my|the team",
      "{people} * know|knows about",
      "you will|ll hear from",
      "youll hear from",
      "{people} * is|are looking|working into|on",
      "{people} * is|are reviewing|handling this|your",
      "{people} * {will} {adverb}? {contact}",
      "{people} {will} * be {contact}",
      "team has|have been notified|informed|alerted",
      "{people} has|have been {moved}",
      "{people} is|are on the|their way",
      "{people} is|are joining",
      "{people} is|are taking over",
      "i|we have|ive|weve {adverb}? escalated",
      "ive|weve {adverb}? escalated",
      "im|am|are|were escalating",
      "{case} has|have been {adverb}? escalated",
      "{case} is|are being escalated",
      "ticket|case has been {adverb}? {created}",
      "{i-have} {adverb}? {created} a|an|your? * ticket|case|escalation",
      "{i-will} {adverb}? {opening} a|an * ticket|case|escalation",
      "{i-am} {opening} a|an * ticket|case|escalation",
      "{i-will} {adverb}? get back to you",
      "{i-will} {adverb}? call you back",
      "we|well|ill will? {adverb}? contact|call you",
      "we|well will? {adverb}? be in touch",
      "we|well will? {adverb}? get in touch",
      "we|well will? {adverb}? reach out to you",
      "you will|ll be contacted",
      "youll be contacted",
      "you will hear from us|our",
      "youll hear from us|our",
      "you are|youre now? in the|our queue",
      "you are|youre being {adverb}? transferred|connected",
      "you are|youre now? being? {adverb}? transferred|connected to|with",
      "you will {adverb}? be transferred|connected",
      "youll {adverb}? be transferred|connected",
      "i am|im {adverb}? transferring|connecting|handing|putting you over|now|through",
    ],
    passing: [
      "{i-will} {adverb}? {move}",
      "{i-am} {adverb}? {moving}",
      "{i-have} {adverb}? {moved}",
      "{moving}",
      "your|the|this {case} has|have {adverb}? been {adverb}? {moved}",
      "your|the|this {case} is|are|was|were being? {adverb}? {moved}",
      "your|the|this {case} will {adverb}? be {moved}",
      "{case} has been {moved}",
      "who|they|he|she {will} {adverb}? {contact}",
      "theyll|shell {adverb}? {contact}",
      "please hold|wait|stay * for",
      "one moment|second while",
    ],
    held: ["while i {move}", "while i am|im? {moving}", "while im {moving}", "while we {move}"],
    team: ["{people}", "customer service|care|success", "help desk", "helpdesk"],
    offer: [
      "would you like|prefer|want",
      "do you want|wish|need|prefer",
      "want|like me to",
      "shall|should|may|can|could i|we",
      "if you|your|youd|youre|i|im|we|the|this|there|it|that|they|nothing|not|needed|necessary|so",
      "in case",
      "unless",
      "when|whenever|once|after|until you",
      "when|whenever|once|after|until youve|youre",
      "as soon as you",
      "before i|we|you",
      "when|once|after|as * order|parcel|package|payment|refund|item|product|delivery|shipment|return ships|arrives|has|is|have",
    ],
    denial: [
      "not",
      "never",
      "nobody",
      "no one",
      "noone",
      "none",
      "no agent|agents|person|human|colleague|representative",
      "without",
    ],
    matter: [
      "courier|driver|carrier|postman|seller|vendor|bank|landlord|hotel|airline|restaurant|doctor|supplier|manufacturer",
      "delivery|warehouse|shipping|logistics|courier|installation|driver team|partner|company|service|agent|person|department",
      "technician|depot|feedback|suggestion|refund|money|amount",
    ],
  },
  unless: [
    "support page|article|articles|site|website|center|centre|portal|number|hours",
    "help center|centre",
    "real estate|travel agent|agents",
    "how to * ticket",
  ],
};
