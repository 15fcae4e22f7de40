/**
 * Server-sent events with a key in the header, which EventSource cannot send: read from fetch, resumed from the last
 * id, and taken up again whenever the line breaks.
 */
export function followEvents({ url, headers = {}, onEvent, onState }) {
  const end = new AbortController();
  let lastId = null;
  let failures = 0;

  async function run() {
    while (!end.signal.aborted) {
      try {
        await readOnce();
        failures = 0;
      } catch {
        failures += 1;
      }
      if (end.signal.aborted) return;
      onState("reconnecting");
      await pause(Math.min(500 * 2 ** failures, 8_000));
    }
  }

  async function readOnce() {
    const resume = lastId === null ? {} : { "last-event-id": lastId };
    const response = await fetch(url, { headers: { ...headers, ...resume }, signal: end.signal, cache: "no-store" });
    if (!response.ok || !response.body) throw new Error(`${response.status}`);
    onState("live");
    failures = 0;
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const blocks = (rest + value).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) take(block);
    }
  }

  function take(block) {
    const fields = new Map();
    for (const line of block.split("\n")) {
      const at = line.indexOf(": ");
      if (at > 0) fields.set(line.slice(0, at), line.slice(at + 2));
    }
    if (!fields.has("data")) return;
    if (fields.has("id")) lastId = fields.get("id");
    onEvent(fields.get("event") ?? "message", JSON.parse(fields.get("data")));
  }

  function pause(ms) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      const now = () => {
        clearTimeout(timer);
        resolve();
      };
      end.signal.addEventListener("abort", now, { once: true });
      addEventListener("online", now, { once: true });
    });
  }

  void run();
  return () => end.abort();
}
