import { expect, it } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { runHere } from "./served-baton.ts";

it.each([
  ["wallboard now", 'The wallboard is one: leave "now" away.'],
  ["wallboard --loud", "There is no option --loud. There are --watch."],
  ["conversations", "Say what to do: baton conversations list|show|assign|release|hand-over."],
  ["conversations take", /^baton conversations must be list, .* or hand-over, not "take"\.$/],
  ["conversations list --phase gone", '--phase must be bot, queue, human or closed, not "gone".'],
  ["conversations list --queue chat --owner kim", "--queue and --owner are two lists: ask for one of them."],
  ["conversations list --limit 0", '--limit must be a whole number from 1, not "0".'],
  ["conversations show", "Name one conversation: baton conversations show ID."],
  ["conversations assign --to kim", "Name the conversations: baton conversations assign ID… --to AGENT."],
  ["conversations assign con_1", "Say to whom: --to, --queue or --team."],
  ["conversations assign con_1 --to kim --queue chat", /^--to, --queue and --team are three places/],
  ["conversations assign con_1 --queue chat --silent", /^--silent is of --to AGENT/],
  ["conversations assign con_1 --to kim --note Hi", /^--note goes with --queue/],
  ["conversations release", "Name the conversations: baton conversations release ID…."],
  ["conversations hand-over", /^Name whose conversations they are/],
  ["requests withdraw con_1.r4", "Say why: --reason TEXT."],
  ["requests withdraw four --reason Done", '"four" does not say whose request it is: add --conversation ID.'],
  ["agents presence kim", /^Name one person and one status: baton agents presence ID available\|/],
  ["ratings read", 'baton ratings must be list or export, not "read".'],
  ["ratings list low", 'There is nothing to be said after the options, not even "low".'],
  ["webhooks add", "Name one address: baton webhooks add URL."],
  ["webhooks add nonsense", '"nonsense" is no address. Write all of it, as https://erp.shop.example/baton.'],
  ["webhooks add https://a.example --kinds mood", /^--kinds must be handoff-opened, .*, not "mood"\.$/],
  ["webhooks rotate whe_1 --overlap-hours 900", '--overlap-hours must be a whole number from 0 to 168, not "900".'],
  ["dead-letters drop", 'baton dead-letters must be list or retry, not "drop".'],
  ["dead-letters retry", /^Name them by their ids: baton dead-letters retry ID…, or --all;/],
  ["dead-letters retry evt_1.0 --all", "--all is every one of them: leave the ids away."],
  ["agents add", /^Name one person by their id/],
  ["agents add noname", "Say what they are called: baton agents add noname --name NAME."],
  ["agents import", "Name one file: baton agents import FILE."],
  ["keys", "Say what to do: baton keys list|add|revoke."],
  ["keys add console", /^Say what it may do: --scopes, .* conversations:read, .* keys:write\.$/],
  ["keys add console --scopes everything", /^--scopes must be conversations:read, .*, not "everything"\.$/],
  ["keys add --scopes feed:read", /^Name one key/],
  ["keys revoke", /^Name one key by its id/],
  [
    "converstions list",
    "There is no command converstions. Did you mean baton conversations?\n`baton help` lists every command.",
  ],
  ["dance", "There is no command dance.\n`baton help` lists every command."],
  ["handoff-cases plan lea", "Say who gets it: --to WHOM for all of it, or --module NAME=WHOM for one module."],
  ["handoff-cases", "Say what to do: baton handoff-cases plan|start|status|stop|continue|undo."],
  ["handoff-cases begin", /^baton handoff-cases must be plan, .* or undo, not "begin"\.$/],
  ["handoff-cases plan --to kim", /^Name whose cases they are/],
  ["handoff-cases plan lea kim", /^One person at a time: lea, and then kim\. Whoever gets it is named with --to\.$/],
  ["handoff-cases plan lea --to department:", /^--to must be an agent, head, .*, not "department:"\.$/],
  ["handoff-cases plan lea --module crm", /^--module must be NAME=off or NAME=WHOM, .*, not "crm"\.$/],
  ["handoff-cases plan lea --return-at soon", /^--return-at must be a day, .*, not "soon"\.$/],
  ["handoff-cases plan lea --when-full drop", '--when-full must be queue or skip, not "drop".'],
  ["handoff-cases plan lea --keep-days long", '--keep-days must be a whole number of days, not "long".'],
  ["handoff-cases plan lea --loud", /^There is no option --loud\. There are --to, --module, /],
  ["handoff-cases start cho_1", "--hash must be the one of the plan: exactly what was seen is started."],
  ["handoff-cases stop", "Name a case handoff by its id."],
  ["handoff-cases stop cho_1 cho_2", "One case handoff at a time: cho_1, and then cho_2."],
])("baton %s: is named in one line, with what there is", async (line, expected) => {
  const { status, stdout, stderr } = await runHere(line.split(" "), { BATON_DATA_DIR: await temporaryFolder() });
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr.trimEnd()).toEqual(typeof expected === "string" ? expected : expect.stringMatching(expected));
});

it("is one JSON value where a machine asks", async () => {
  const environment = { BATON_DATA_DIR: await temporaryFolder() };
  const { status, stdout } = await runHere(["handoff-cases", "stop", "--json"], environment);
  expect([status, JSON.parse(stdout)]).toEqual([
    2,
    { status: "refused", problems: ["Name a case handoff by its id."] },
  ]);
});
