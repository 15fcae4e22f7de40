// Plain JavaScript without a single import, because it has to run where TypeScript and node:sqlite do not.
// Loaded with `--import` before the commands, so that an old Node ends in a sentence and not in a stack trace.
const required = [24, 15];
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < required[0] || (major === required[0] && minor < required[1])) {
  process.stderr.write(
    `Baton needs Node ${required.join(".")} or newer; this is ${process.versions.node} (${process.execPath}).\n` +
      "On Linux `npm ci` brings Node 24 along: run `npm ci` without --omit=optional, then start through npm (`npm test`, `npm start`).\n" +
      "Elsewhere install Node 24 from https://nodejs.org and try again.\n",
  );
  process.exit(1);
}
