export const help = `baton: gets a person when the bot can no longer help, and drops nothing.

  baton start            run the server; without any settings it brings a demo
  baton check            look at settings, secrets and connections, and name every problem at once
  baton simulate FILE…   play scripted conversations through the real engine and check what they expect
  baton demo remove      delete the demo's conversations, agent and key
  baton help             this text

  --json                 for machines: one JSON value on standard output

Settings come from the environment and from a file .env; .env.example explains each of them.
Exit status: 0 it is so, 1 it is not, 2 the command was not understood.`;
