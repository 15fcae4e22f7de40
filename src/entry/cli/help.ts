export const help = `baton: gets a person when the bot can no longer help, and drops nothing.

  baton start               run the server; without any settings it brings a demo
  baton check               look at configuration, secrets and connections, and name every problem at once
  baton simulate FILE…      play scripted conversations through the real engine and check what they expect
         --trace            say how everything was decided
         --draft ID         on a draft of a server; --in-force: on what is in force there
  baton backtest --draft ID what a draft would have meant for the conversations there have been
  baton backtest DIR        the same for a folder of settings
         --since DATE       what began from then on; --until DATE: and before then
         --limit N          conversations at most; --channel NAME: of this channel or kind
  baton eval FILE…          score detection on sentences: text, language, label, with tabs between; -: from standard input
         --errors           list what was missed, and what was found where nobody meant it
  baton settings pull DIR   write the settings in force into a folder, one file per part
  baton settings diff DIR   say what the folder would change; exit status 1 when it would
  baton settings import-calendar FILE --hours ID
                            bring an .ics calendar's closed days into a draft of these hours (--print: only show them)
  baton settings drafts     what was begun and not published
  baton settings discard ID…
                            throw drafts away
  baton settings push DIR   make a draft of what the folder changes
         --publish          publish it at once
         --note TEXT        why
  baton handoff-cases plan AGENT --to WHOM
                            what they are responsible for and who would get it; WHOM: an agent, head, head:AGENT,
                            department:TEAM or department:TEAM:least-loaded
         --module NAME=WHOM for one module (NAME=off: leave it out); --replace AGENT: name them in the settings instead
         --return-at DATE   everything goes back then; --leave: they work here no more; --tell: customers are told
         --keep-days N      how long each item stays to be read and undone; 90 by itself
  baton handoff-cases start ID --hash HASH
                            move exactly what was planned; --wait: until it has ended
  baton handoff-cases status|stop|continue ID
  baton handoff-cases undo ID
                            take back what is still as it was left; --force: everything
  baton agents list         who answers; --role, --team, --presence and --skill: only those
  baton agents add ID --name NAME
                            add somebody; with the fields of set
  baton agents set ID       change somebody: --name, --email, --role, --presence, --capacity, --skills refunds=4,tax=2,
                            --languages de,en, --teams billing,chat, --shift HOURS, --time-zone ZONE, --locale TAG
  baton agents import FILE  add and change many: comma-separated, a line of names first: id, and the fields of set
  baton customers import FILE
                            channel, address, and as wished reference (your own id of them), name, locale, owner and
                            property:NAME, comma-separated
  baton tasks list          follow-ups that are open; --owner, --team, --conversation, --status, --kind: only those
         --overdue          only those that are late; --unowned: that nobody has taken; --csv: for a spreadsheet
  baton tasks export        everything about them as CSV, with --json one object in a line; the same filters
  baton tasks done ID       say that one is done; --note TEXT: what there is to know; --agent ID: who did it
  baton report [NAME]       figures of handoffs: overview, first-response, handoffs, queue, ownership, requests, satisfaction, quality
         --from, --to DAY   of which days, in the time zone --tz NAME; --compare: beside the days before
         --by queue,agent   in groups; --within SECONDS: for the service level; --queue ID and the like: only of it
  baton export              the rows behind the figures as CSV, with --json one object in a line
         --table NAME       handoffs, engagements or requests; days and filters as of a report
  baton demo remove         delete the demo's conversations, agent and key
  baton help                this text

  --json                    for machines: one JSON value on standard output; of eval one for each sentence, then a summary

Configuration comes from the environment and from a file .env; .env.example explains each of them.
Exit status: 0 it is so, 1 it is not, 2 the command was not understood.`;
