const beginning = "baton: gets a person when the bot can no longer help, and drops nothing.";

/** Command by command, in the order in which they are met. */
const parts = {
  start: `
  baton start               run the server; without any settings it brings a demo`,
  check: `
  baton check               look at configuration, secrets and connections, and name every problem at once`,
  wallboard: `
  baton wallboard           how it stands now: who waits, who is there, what is at risk
         --watch            again whenever it has changed, until it is ended; with --json one object in a line`,
  conversations: `
  baton conversations list  what waits and what people have; --queue, --owner, --phase bot|queue|human|closed, --waiting:
                            only those; --limit N: at most so many; --ids: nothing but their ids
  baton conversations show ID
                            where it is, why, who is asked
  baton conversations assign ID… --to AGENT
                            give them to somebody, or to a place: --queue ID, --team ID
         --even-if-away     also when they are not there; --silent: the customer is not told
         --by AGENT         who decides it; --note TEXT: for whoever gets it next, of a queue or team
  baton conversations release ID…
                            back to where each came from; --by AGENT, --note TEXT
  baton conversations hand-over AGENT
                            everything somebody has, before their shift ends: back to where it came from, or --to AGENT,
                            --queue ID, --team ID; --note TEXT: for whoever gets it next`,
  requests: `
  baton requests list       whose answer is waited for, the first to lapse first; --agent ID: only theirs
  baton requests withdraw ID --reason TEXT
                            take one back; --by AGENT: a lead, or whoever made it; --conversation ID: whose it is`,
  agents: `
  baton agents list         who answers; --role, --team, --presence and --skill: only those
  baton agents add ID --name NAME
                            add somebody; with the fields of set
  baton agents set ID       change somebody: --name, --email, --role, --presence, --capacity, --skills refunds=4,tax=2,
                            --languages de,en, --teams billing,chat, --shift HOURS, --time-zone ZONE, --locale TAG
  baton agents presence ID STATUS
                            say whether somebody is there: available, busy, away, offline or a status of your own;
                            --reason TEXT: why
  baton agents import FILE  add and change many: comma-separated, a line of names first: id, and the fields of set`,
  keys: `
  baton keys list           who may speak to the API, and what each may do
  baton keys add NAME --scopes conversations:read,conversations:write
                            one more, with its token, shown this once; --agent ID: it speaks for them and nobody else
  baton keys revoke ID      it is no key any more`,
  customers: `
  baton customers import FILE
                            channel, address, and as wished reference (your own id of them), name, locale, owner and
                            property:NAME, comma-separated`,
  "handoff-cases": `
  baton handoff-cases plan AGENT --to WHOM
                            what they are responsible for and who would get it; WHOM: an agent, head, head:AGENT,
                            department:TEAM or department:TEAM:least-loaded
         --module NAME=WHOM for one module (NAME=off: leave it out); --replace AGENT: name them in the settings instead
         --when-full skip   what there is no room for stays; by itself it goes to the queue
         --return-at DATE   everything goes back then, --force-return: also what others have changed since
         --leave            they work here no more; --tell: customers are told
         --keep-days N      how long each item stays to be read and undone; 90 by itself
  baton handoff-cases start ID --hash HASH
                            move exactly what was planned; --wait: until it has ended
  baton handoff-cases status|stop|continue ID
  baton handoff-cases undo ID
                            take back what is still as it was left; --force: everything`,
  tasks: `
  baton tasks list          follow-ups that are open; --owner, --team, --conversation, --status, --kind: only those
         --overdue          only those an hour late and more; --unowned: that nobody has taken; --csv: for a spreadsheet
  baton tasks export        everything about them as CSV, with --json one object in a line; the same filters
  baton tasks done ID       say that one is done; --note TEXT: what there is to know; --agent ID: who did it`,
  ratings: `
  baton ratings list        how customers said it was, newest first; --agent, --team, --conversation: only of those
         --low              only 1 and 2
  baton ratings export      everything about them as CSV, with --json one object in a line; the same filters`,
  report: `
  baton report [NAME]       figures of handoffs: overview, first-response, handoffs, queue, ownership, requests, satisfaction, quality
         --from, --to DAY   of which days, in the time zone --tz NAME; --compare: beside the days before
         --by queue,agent   in groups; --within SECONDS: for the service level
         --queue ID         only of it; --channel, --team, --agent, --rule, --reason, --version: the same`,
  export: `
  baton export              the rows behind the figures as CSV, with --json one object in a line
         --table NAME       handoffs, engagements or requests
         --from, --to DAY   days, time zone and filters as of a report: --tz, --channel, --queue, --team, --agent, --rule,
                            --reason, --version`,
  settings: `
  baton settings pull DIR   write the settings in force into a folder, one file per part
  baton settings diff DIR   say what the folder would change; exit status 1 when it would
  baton settings import-calendar FILE --hours ID
                            bring an .ics calendar's closed days into a draft of these hours (--print: only show them)
         --draft ID         into one that was begun; --replace: without the closed days there were
  baton settings drafts     what was begun and not published, and why not where its time came
  baton settings discard ID…
                            throw drafts away
  baton settings push DIR   make a draft of what the folder changes
         --publish          publish it at once
         --note TEXT        why`,
  webhooks: `
  baton webhooks list       which systems of yours are told, and what went wrong with them
  baton webhooks add URL    one more, with its secret, shown this once; --kinds task-due,sla-breached: only of these
  baton webhooks rotate ID  a new secret; --overlap-hours N: how long the one of before signs as well, 24 by itself
  baton webhooks test ID    send it a test, and say what became of it
  baton webhooks enable|disable|remove ID`,
  "dead-letters": `
  baton dead-letters list   what failed for good: how long ago, what, of which conversation, and why
  baton dead-letters retry ID…
                            once more, with fresh tries; --all: every one of them`,
  simulate: `
  baton simulate FILE…      play scripted conversations through the real engine and check what they expect
         --trace            say how everything was decided
         --draft ID         on a draft of a server; --in-force: on what is in force there`,
  backtest: `
  baton backtest --draft ID what a draft would have meant for the conversations there have been
  baton backtest DIR        the same for a folder of settings
         --since DATE       what began from then on; --until DATE: and before then
         --limit N          conversations at most; --channel NAME: of this channel or kind`,
  eval: `
  baton eval FILE…          score detection on sentences: text, language, label, with tabs between; -: from standard input
         --errors           list what was missed, and what was found where nobody meant it`,
  demo: `
  baton demo remove         delete the demo's conversations, agent and key`,
  help: `
  baton help                this text; baton help COMMAND: only of that one`,
} as const;

const ending = `
  --json                    for machines: one JSON value on standard output; of exports, eval and wallboard --watch one in
                            each line

A command speaks to the server in BATON_URL with the key in BATON_TOKEN, or else to the one that runs on the data, or works on
the data itself. Configuration comes from the environment and from a file .env; .env.example explains each of them.
Exit status: 0 it is so, 1 it is not, 2 the command was not understood.`;

export const help = [beginning, "", Object.values(parts).map(withoutBreak).join("\n"), ending].join("\n");

/** Of one command; `null`: there is none of that name. */
export function helpOf(name: string): string | null {
  const part = Object.entries(parts).find(([known]) => known === name)?.[1];
  return part === undefined ? null : withoutBreak(part);
}

function withoutBreak(part: string): string {
  return part.replace(/^\n/, "");
}
