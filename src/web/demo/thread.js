import { createActions } from "./actions.js";
import { createBubble } from "./bubble.js";
import { byId, keepAtEnd, sendOnEnter, show } from "./dom.js";
import { customerName } from "./list.js";
import { t } from "./strings.js";

/** One conversation as the agent sees it: who speaks, what was said, what became of it, what may be done. */
export function createThread(context) {
  const { me, conversations, api, attempt, nameOf } = context;
  const log = byId("thread-log");
  const form = byId("thread-form");
  const text = byId("thread-text");
  const desk = byId("desk");
  const actions = createActions(context);
  let openId = null;
  let messages = [];
  let bubbles = new Map();

  async function refresh() {
    if (openId === null) return;
    const of = openId;
    const { lastSeq = 0 } = conversations.get(of) ?? {};
    const { items } = await api().messages(of, Math.max(0, lastSeq - 200));
    if (of === openId) messages = items;
  }

  function draw() {
    const conversation = conversations.get(openId);
    if (!conversation) openId = null;
    for (const part of [byId("thread-head"), log, form]) show(part, openId !== null);
    show(byId("nothing"), openId === null);
    desk.dataset.open = String(openId !== null);
    if (!conversation) return;
    byId("thread-title").textContent = customerName(conversation);
    drawPhase(conversation);
    actions.draw(conversation);
    drawComposer(conversation);
    keepAtEnd(log, () => {
      for (const message of messages) drawMessage(message);
    });
  }

  function drawPhase({ phase, agentId }) {
    const node = byId("thread-phase");
    node.dataset.phase = phase;
    const isMine = phase === "human" && agentId === me.id;
    node.textContent = isMine ? t("phase.you") : t(`phase.${phase}`, { name: nameOf(agentId) });
  }

  function drawMessage(message) {
    const { seq, author, at, content, delivery } = message;
    const bubble = bubbles.get(seq) ?? createBubble();
    if (!bubbles.has(seq)) log.append(bubble.node);
    bubbles.set(seq, bubble);
    const isMine = (author.type === "agent" || author.type === "note") && author.agentId === me.id;
    const isOutgoing = author.type !== "customer" && author.type !== "note";
    bubble.draw({
      author: author.type,
      isMine: author.type !== "customer" && author.type !== "system",
      by: isMine && author.type === "agent" ? t("author.you") : nameOfAuthor(author),
      at,
      words: wordsOf(content) ?? t("unreadable"),
      delivery: isOutgoing ? t(`delivery.${delivery.status}`) : null,
      isBad: ["failed", "unknown", "withheld"].includes(delivery.status),
    });
  }

  function wordsOf({ text, caption, name }) {
    return text ?? ([name, caption].filter(Boolean).join(": ") || null);
  }

  function nameOfAuthor(author) {
    return author.type === "agent" ? nameOf(author.agentId) : t(`author.${author.type}`);
  }

  /** Only whoever has control may reply; notes are always allowed. */
  function drawComposer({ phase, agentId }) {
    const mayReply = phase === "human" && agentId === me.id;
    const [reply, note] = form.querySelectorAll("[name=kind]");
    reply.disabled = !mayReply;
    if (mayReply && reply.dataset.wasClosed === "true") reply.checked = true;
    if (!mayReply) note.checked = true;
    reply.dataset.wasClosed = String(!mayReply);
    byId("composer-hint").textContent = mayReply ? "" : t("takeOverFirst");
    drawKind();
  }

  function drawKind() {
    const kind = new FormData(form).get("kind") ?? "note";
    text.placeholder = t(kind === "reply" ? "replyPlaceholder" : "notePlaceholder");
    byId("thread-text-label").textContent = t(kind === "reply" ? "reply" : "note");
  }

  form.addEventListener("change", drawKind);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const words = text.value.trim();
    if (words === "" || openId === null) return;
    const verb = new FormData(form).get("kind") === "reply" ? "replies" : "notes";
    text.value = "";
    const done = await attempt(() => api().act(openId, verb, { agentId: me.id, text: words }));
    if (!done) text.value ||= words;
  });
  sendOnEnter(text);
  byId("back").addEventListener("click", () => {
    const last = openId;
    openId = null;
    draw();
    if (last) byId("lists").querySelector("button")?.focus();
  });

  return {
    openId: () => openId,
    refresh,
    draw,
    open(id, { focus = false } = {}) {
      if (id !== openId) {
        openId = id;
        messages = [];
        bubbles = new Map();
        log.replaceChildren();
        text.value = "";
      }
      void attempt(async () => {
        await refresh();
        draw();
        log.scrollTop = log.scrollHeight;
        if (focus) text.focus();
        else byId("thread-title").focus();
      });
    },
  };
}
