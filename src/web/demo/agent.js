import { createApi } from "./api.js";
import { reportConnection } from "./connection.js";
import { byId, show } from "./dom.js";
import { followEvents } from "./event-stream.js";
import { askForKey, findKey } from "./key.js";
import { createList } from "./list.js";
import { createRings } from "./rings.js";
import { onLanguage, t } from "./strings.js";
import { createThread } from "./thread.js";

const phases = ["queue", "human", "bot", "closed"];

/** The right side: a person who helps, on Baton's public API and nothing else. */
export async function startAgent() {
  const opened = await fetch("/demo/session", { cache: "no-store" });
  const session = await opened.json();
  if (!opened.ok) {
    const problem = byId("agent-problem");
    problem.textContent = t("failed", { detail: session.detail });
    show(problem, true);
    return;
  }
  let api = createApi(await findKey(session));
  const me = session.agent;
  const conversations = new Map();
  const previews = new Map();
  const names = new Map([[me.id, me.name]]);
  const context = { me, names, previews, conversations, api: () => api, attempt, nameOf: (id) => names.get(id) ?? id };

  const thread = createThread(context);
  const list = createList(context, (id) => {
    thread.open(id);
    draw();
  });
  const rings = createRings(context, (id) => {
    thread.open(id, { focus: true });
    draw();
  });

  function draw() {
    rings.draw();
    list.draw(thread.openId());
    thread.draw();
    byId("agent-name").textContent = me.name;
  }

  /** Runs what somebody asked for, and says so when it did not work. */
  async function attempt(work) {
    const problem = byId("agent-problem");
    show(problem, false);
    try {
      return await work();
    } catch (error) {
      problem.textContent = t("failed", { detail: error.message });
      show(problem, true);
      return null;
    }
  }

  async function readAll() {
    const [{ items: agents }, ...pages] = await Promise.all([api.agents(), ...phases.map((phase) => api.list(phase))]);
    for (const { id, name } of agents) names.set(id, name);
    byId("presence").checked = agents.find(({ id }) => id === me.id)?.presence === "available";
    conversations.clear();
    for (const { items } of pages) for (const item of items) conversations.set(item.id, item);
    await Promise.all([...conversations.keys()].map(readPreview));
    await thread.refresh();
    draw();
  }

  async function readPreview(id) {
    const { lastSeq } = conversations.get(id);
    const { items } = await api.messages(id, Math.max(0, lastSeq - 1));
    previews.set(id, items.at(-1));
  }

  /** Events name what changed; it is read from where it belongs, once for many events of one moment. */
  const stale = new Set();
  let isReading = false;
  async function refresh(id) {
    stale.add(id);
    if (isReading) return;
    isReading = true;
    while (stale.size > 0) {
      const ids = [...stale];
      stale.clear();
      await Promise.all(ids.map(readOne));
      draw();
    }
    isReading = false;
  }

  async function readOne(id) {
    try {
      conversations.set(id, await api.read(id));
      await Promise.all([readPreview(id), thread.openId() === id ? thread.refresh() : null]);
    } catch (error) {
      if (error.status === 404) conversations.delete(id);
    }
  }

  function onEvent(event, { conversationId }) {
    if (event === "start" || event === "reset" || event === "agent-changed") void attempt(readAll);
    else if (conversationId) void refresh(conversationId);
  }

  byId("presence").addEventListener("change", ({ target }) => {
    void attempt(() => api.setPresence(me.id, target.checked ? "available" : "away"));
  });

  for (let isGood = false; !isGood; ) {
    try {
      await readAll();
      isGood = true;
    } catch (error) {
      if (error.status !== 401) throw error;
      sessionStorage.removeItem("baton-key");
      api = createApi(await askForKey(true));
    }
  }
  onLanguage(draw);
  followEvents({
    url: "/api/v1/feed",
    headers: api.headers,
    onState: (state) => reportConnection("agent", state),
    onEvent,
  });
}
