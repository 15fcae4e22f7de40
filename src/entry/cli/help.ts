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
  baton settings push DIR   make a draft of what the folder changes
         --publish          publish it at once
         --note TEXT        why
  baton demo remove         delete the demo's conversations, agent and key
  baton help                this text

  --json                    for machines: one JSON value on standard output; of eval one for each sentence, then a summary

Configuration comes from the environment and from a file .env; .env.example explains each of them.
Exit status: 0 it is so, 1 it is not, 2 the command was not understood.`;
