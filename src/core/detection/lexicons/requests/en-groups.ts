/** Groups of English words for the roles in `en.ts`. */

/** "A Dutch speaking agent". */
export const tongues =
  "english|spanish|dutch|german|french|italian|polish|portuguese|turkish|russian|ukrainian|arabic|hindi|urdu|punjabi|bengali|tamil|chinese|mandarin|cantonese|japanese|korean|vietnamese|tagalog|romanian|greek|swedish|danish|norwegian|finnish|welsh";

/** Said of somebody, it tells a person from a machine: "someone who actually listens". */
export const unlikeMachines = `
  (someone|somebody|anyone|anybody|person) (who|that) (can|could|will|would|is able to|is allowed to|is going to) actually|really|properly|genuinely|truly,
  (someone|somebody|anyone|anybody|person) (who|that) actually|really|properly (can|knows|understands|listens|helps|reads|cares|works|has),
  (someone|somebody|anyone|anybody|person) (who|that) (really)? knows? (what they are|what theyre|what he is|what hes|what shes) (doing|talking about|on about),
  (someone|somebody|anyone|anybody|person) (who|that) (is|are)? (smarter|brighter|better|more competent|more intelligent|more qualified|more helpful|cleverer) than (you|u|this|that|a bot)?,
  (someone|somebody|anyone|anybody|one) (smarter|brighter|more competent|more intelligent|more qualified|more helpful|cleverer|with more authority|with more power) (than)? (you|u|this|that)?,
  (someone|somebody|anyone|anybody|person) (whos|who is|thats|that is) (real|alive|human|competent|capable|actually human|actually real|not you|not a bot),
  (someone|somebody|anyone|anybody|person) (who|that) (knows what|understands me|has a clue|has a brain|has authority|has the authority|has power|has the power|makes decisions|can decide|can make decisions|can make a decision|has feelings|breathes|has a pulse|thinks),
  (someone|somebody|anyone|anybody|person|agent|one) (who|that) (can)? (speak|speaks) (proper|good|fluent)? (${tongues}|my language|our language),
  (someone|somebody|anyone|anybody|person) (who|that) (actually)? understands (this|it|my|the|what|people|english),
  (someone|somebody|anyone|anybody|person) (who|that) (can|could) (approve|authorise|authorize|override|sign off|make exceptions|make an exception|waive|decide),
  (someone|somebody|anyone|anybody) (more)? (competent|capable|knowledgeable),
  (someone|somebody|anyone|anybody|person) with (some|any|the|actual|real|a|an|more|enough|half a)? authority|power|brain|pulse`;

/** The customer's own contact at the company: "my account manager", but not "my manager". */
export const ownContact = `
  (my|our) (account|relationship|customer success|success|client|key account|case|claims|loan|mortgage|personal|private|enrolment|enrollment|admissions) (manager|handler|officer|advisor|adviser|worker|consultant|rep|representative|executive|specialist)`;

/** Ranks that one is put through to. */
export const ranks = `
  (branch|duty|floor|general|shift|regional|area|district|office|operations|customer service|customer care|customer support|service|support|complaints|call centre|call center|escalation|escalations|front desk|night|station|billing|claims|fraud) (manager|supervisor|lead),
  head of (the)? (department|customer service|customer care|customer support|support|complaints|operations|billing|claims),
  department (head|manager|lead), (the|a|your|ur|to) next level up?, second|2nd|third|3rd|higher level|line support?, (upper|senior|higher) management, a higher authority, (tier|level) (2|two|3|three) (support|agent|tech|technician)?`;

/** Whom one asks for by trade, in a bank, a clinic, an office, a house: anybody, as they are talked of in other sentences too. */
export const trades = `
  nurse, nurses, doctor, physician, midwife, pharmacist, dentist, therapist, clinician, paramedic, optician,
  banker, teller, cashier, underwriter, adjuster, broker, (loan|credit|mortgage|fraud|benefits|housing|admissions|enrolment|visa|duty|compliance|complaints|data protection|immigration) (officer|advisor|adviser),
  registrar, clerk, secretary, caretaker, ombudsman, concierge, dispatcher, tutor, teacher, librarian, volunteer, coordinator, social worker, care worker, case manager,
  (the|your|a|an|ur) (host|director|president|principal|proprietor), owner, owners, founder, founders, ceo, cfo, coo, cto,
  admin, admins, administrator, administrators, moderator, moderators, sysadmin, developer, trainer,
  managers, supervisors, bosses, advisors, advisers, colleagues, executives, technicians, engineers, specialists, experts, consultants, operatives, operative,
  (sales|store|hotel|restaurant|shop|bank|finance|it) (manager|supervisor)`;

/** Parts of a company or an office that are no topic of a bot's alone. */
export const sections =
  "(loyalty|emergency|retention|retentions|repair|repairs|maintenance|delivery|warranty|onboarding|renewals|reservation|reservations|booking|bookings|pharmacy|nursing|admissions|enrolment|legal|compliance|privacy|press|hr|payroll|finance|accounting|escalation|escalations|complaint|loan|loans|mortgage|mortgages|card|cards|payments|payment|debt|orders|parts|hardware|network|broadband|roaming|trading|visa|licensing|permit|tax|housing|benefits|planning|registration|dispatch)";

/** Verbs that carry a matter over to somebody: "kick my case up to your manager". */
export const handing = `
  (pass|hand|forward|transfer|send|move|assign|refer|direct|route|submit|give|turn|switch|shift|redirect|bump|kick|raise|take|flag|elevate|escalate|push|delegate|relay) (this|it|that|things|me|us|a chat|a conversation|the chat|the conversation|the call|the case|the issue|the problem|the matter|my chat|my conversation|my call|my case|my issue|my problem|my request|my query|my question|my complaint|my concern|my inquiry|my enquiry|our conversation|our chat|this chat|this conversation|this call|this case|this issue|this problem|this request|this query|this matter|this complaint) (straight|directly|right)? (along|on|onto|over|up|across|back|off|through)? to,
  (raise|escalate|bump|kick|flag|hand|pass|assign|reassign) (my|this|the) ticket (on|over|up)? to, (escalating|forwarding|handing|passing|reassign|reassigning) (this|it|me|my case|my issue|my complaint)? (on|over|up)? to,
  reconnect me|us, (open|start|begin|initiate|launch) (a|an|the)? (live|new)? (chat|conversation|session|call) with`;

/** Those who are fetched to act or to call, and who is it at all. */
export const fetched =
  "(a|an|the|your|ur|one of your|some|another)? (real|live|actual|human|senior|proper|qualified|different)? (human|person|agent|manager|supervisor|rep|representative|advisor|adviser|specialist|technician|colleague|member of staff|employee|operator|team|boss|staff|expert|lender|nurse|doctor|pharmacist|engineer|officer|fraud team|billing team|sales team|support team|complaints team|complaints manager|customer service|customer support|account manager)";

export const anyoneAtAll =
  "(somebody|someone|anyone|anybody) (else)? (real|senior|human|competent|from support|from your team|from customer service|in charge|there|here)?";

/** Trades that other sentences are full of; nobody's typing errors. */
export const callings = `
  marketer, salesman, saleswoman, salesperson, shopkeeper, landlord, landlady, letting agent, realtor, lender, tenant manager, property manager, office manager, project manager, product manager, programme manager, program manager, event manager, event planner, planner, organiser, organizer, promoter, recruiter, hiring manager, headhunter,
  lawyer, attorney, solicitor, barrister, notary, paralegal, accountant, bookkeeper, auditor, surveyor, assessor, appraiser, inspector, architect, banker, trader,
  surgeon, gp, dermatologist, cardiologist, paediatrician, pediatrician, psychologist, psychiatrist, counsellor, counselor, physio, physiotherapist, nutritionist, dietitian, hygienist, vet, veterinarian, anaesthetist, orthodontist, dermatologist, oncologist, gynaecologist, gynecologist, carer, receptionist,
  professor, lecturer, instructor, coach, mentor, dean, headteacher, headmaster, tutor, trainer, counselor, guide, interpreter,
  mechanic, plumber, electrician, carpenter, painter, builder, contractor, gardener, landscaper, roofer, locksmith, installer, fitter, handyman,
  hairdresser, barber, stylist, beautician, masseuse, photographer, videographer, designer, tattooist, seamstress, tailor, florist, decorator,
  chef, waiter, waitress, bartender, sommelier, hostess, housekeeper, butler, porter, janitor, gatekeeper, doorman,
  editor, journalist, author, publisher, programmer, dev, devs, webmaster, mod, mods, dpo, coder, data scientist, scientist, researcher, mayor, councillor, priest, pastor, rabbi, imam`;

/** Before a name, they say that somebody is meant: "Mr King". */
export const titles = "mr, mrs, ms, mister, miss, missus, dr, doctor, prof, professor, madam, sir";

/** With what one asks for somebody by name. */
export const speaking = `
  (talk|speak|chat) (to|with), (connect|transfer|switch|forward|direct) (me|us) (to|with), (put|patch) (me|us) (through|thru|on)? (to|with)`;

/** Words of a person in which nobody is asked for: "human resources". */
export const otherMeanings = `more people, agent|manager|supervisor|operator|employee|staff|representative|advisor licence|license|key|seat|seats|subscription|interview|vacancy|vacancies|handbook|uniform|roles|positions|portal|dashboard|console|certificate|course, human skeleton|skeletons|figure|organ|organs|mannequin|wig|wigs|form|size|sized|cell|cells|dna, live? agent|chat|human|support chat? plugin|widget|software|integration|api|sdk|module, human resource|resources|rights|error|errors|body|bodies|nature|history|trafficking|anatomy|race|hair|capital|behavior|behaviour|factor|factors|intelligence|traffic|brain|heart|blood|readable|verification|life|kind|remains|development|language|consumption|food,
      buying|selling|listing|leasing|letting|lettings|rental|travel|booking|estate|secret|free|user|ticket|gate|press|sports|talent|literary|customs|border|fbi|federal|undercover|cleaning|bleaching|chemical|patrol|parking|forwarding|transfer|escrow|registered|coding|ai|insider|double|buyer's|seller's|buyers|sellers agent|agents, real estate agent|agents,
      real estate|madrid|time|name|quick|fast|good|bad|life|money|deal|quickly|leather|gold|silver|world|id|reason|issue|problem|value|price|cost|quick|soon, agent|manager|operator|supervisor|staff|employee desk|chair|chairs|badge|uniform|kitchen|toilet|mug|costume, staff room, agent fee|fees|price|prices|pricing|rate|rates|agreement|contract|margin|application|registration|commission|salary|job|jobs|license|licence|number|id|code|codes|portal|login|banking|name|address|smith|orange|discount|training|program|string|network, agents of,
      sales|state|house|elected|government|student|legal|union|congressional|us|pharmaceutical|medical representative|representatives of|from|in|job|jobs|salary, representative of|sample|samples|apr|example|rate|image|photo|democracy, house of representatives,
      (be|become|becoming|being|as) (your|an|a|the|our|ur) (sole|exclusive|local|official|authorized|authorised|sales)? (agent|rep|representative|operator|manager|advisor|distributor|employee|technician|supervisor),
      tour|network|cell|mobile|telecom|boolean|logical|crane|machine|forklift|train|bus|ferry|cable|comparison|ternary|radio|equipment|camera operator|operators, operator error|precedence|overloading|manual|license,
      callback url|function|urls, in person, in-person, per person|persons, third|first|second person, person to person, contact person|persons, person limit, persons|person name|names, people person, additional|insured|authorized|unauthorized|disabled|deceased|missing person|persons|people,
      password|file|window|task|device|download|project|product|property|event|building|package|money|city|hiring|wealth|portfolio|fund|boot|partition|credential|profile|wedding|stage|football|band|apartment|memory|desktop|display|data|ad|ads|campaign|page|marketing|plant|hr|line manager|managers, manager job|role|position|salary|account|tool|software|app|portal|password|pin|permissions|access|special|id,
      assistant manager, dental|medical|personal|shop|store|research|teaching|legal|google|nursing|home|executive|flight assistant|assistants, staff discount|only|meeting|training|pass|id, employee discount|id|number|handbook|benefits|portal|login, specialist appointment|doctor|referral,
      live score|scores|stream|streaming|music|tv|show|shows|concert|concerts|performance|event|events|location|tracking|wallpaper|photo|photos|video|videos|game|games|rates|rate|price|prices|data|in|at|on|with|alone|together|near|outside|abroad|by|here|there, actual balance|amount|price|cost|address|date|name|card, physical card|address|store|location|copy|therapy, proper way, living room|in|at|with|abroad,
      robot vacuum|mower|cleaner, washing|coffee|sewing|vending|fax|atm|cash|slot|time machine|machines, computer science|virus|game,
      email address, phone number|bill|case|charger|plan|call, call log|history|of|forwarding|waiting|duration|quality|recording|rate|rates|charges, contact list|info|information|lenses|lens|details|form|name|names|book|card, contact number, emergency contact|contacts, chat history|app|room|window|settings|log|feature|gpt, transfer money|funds|fee|fees|limit|file|files|data|ownership|points|stock|balance|cash, message history,
      who cares|knows|dat, the who, doctor who, guess who, world health organization, billing address|cycle|date|period|statement|info|information|issue|error|problem|question, sales tax|price|receipt, support group|groups|animal, child|spousal|life|emotional|financial support, does not support, does|do|will you|it|this|your|they support, support for, customer service job|jobs|position|experience|skills|award|training|week|hours|resume|rep|representative job|jobs,
      customer support|service email|address|hours|number|phone|phonenumber number?, someone|somebody|anyone|anybody else's, someones, somebodys, anyones, friend of mine, like|love real people, help center|centre|page|article|articles|section,
      executive room|suite|lounge|class|floor|package|chair|desk|order|orders|summary|search|condo|car|seat|rooms|suites|king|double|transfer|course, police|loan|visa|immigration|army|navy|chief|security|prison|probation|parole|air|flight officer|officers, boss level|fight|battle|baby|fragrance|perfume|watch|shirt|suit|jacket, lead time|times|generation|singer|guitar|role|paint|pipe|acid|free|gen, executive assistant, chief executive, team lead|leader role|position|job|salary,
      (will|gonna) (call|contact|ring|phone|email|text) (me|us),
      (someone|somebody|anyone|anybody) see (me|us|him|her|my)`;
