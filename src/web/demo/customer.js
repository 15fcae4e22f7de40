import { createBubble } from "./bubble.js";
import { reportConnection } from "./connection.js";
import { button, byId, element, keepAtEnd, sendOnEnter, show } from "./dom.js";
import { followEvents } from "./event-stream.js";
import { currentLanguage, onLanguage, t } from "./strings.js";

/** The shop's help pages are in English, so the questions are, too. */
const questions = ["Where is my order?", "How can I return something?"];

/** The left side: a customer in the shop's own app, who knows nothing of Baton. */
export function startCustomer() {
  const log = byId("customer-log");
  const form = byId("customer-form");
  const text = byId("customer-text");
  let customer = localStorage.getItem("baton-customer") ?? newCustomer();
  let messages = new Map();
  let bubbles = new Map();
  let unfollow = () => undefined;

  function newCustomer() {
    const id = `visitor-${crypto.randomUUID().slice(0, 13)}`;
    localStorage.setItem("baton-customer", id);
    return id;
  }

  function follow() {
    unfollow();
    unfollow = followEvents({
      url: `/demo/stream?from=${customer}`,
      onState: (state) => reportConnection("customer", state),
      onEvent: (event, data) => {
        if (event === "message") take([data]);
        // Whatever came while the line was down is in the history.
        else if (event === "open") void readHistory();
      },
    });
  }

  async function readHistory() {
    const of = customer;
    const response = await fetch(`/demo/history?from=${of}`, { cache: "no-store" });
    if (!response.ok || of !== customer) return;
    const { messages: known } = await response.json();
    // The history knows the order; what has only just arrived comes after it.
    const later = [...messages.values()].filter(
      ({ id }) => !id.startsWith("local-") && !known.some((m) => m.id === id),
    );
    messages = new Map();
    take([...known, ...later]);
  }

  function take(arrived) {
    for (const message of arrived) messages.set(message.id, message);
    draw();
  }

  function draw() {
    const inOrder = [...messages.values()];
    byId("speaker").textContent = speaker(inOrder);
    drawHints();
    keepAtEnd(log, () => {
      for (const [id, bubble] of bubbles) {
        if (messages.has(id)) continue;
        bubble.node.remove();
        bubbles.delete(id);
      }
      for (const [index, message] of inOrder.entries()) drawMessage(message, index);
      const welcome = log.querySelector(".welcome");
      if (inOrder.length > 0) welcome?.remove();
      else if (welcome) welcome.textContent = t("welcome");
      else log.append(element("p", { className: "welcome", text: t("welcome") }));
    });
  }

  function drawMessage(message, index) {
    const bubble = bubbles.get(message.id) ?? createBubble();
    bubbles.set(message.id, bubble);
    const isMine = message.author === "customer";
    const by = isMine
      ? t("author.you")
      : (message.name ?? t(message.author === "bot" ? "author.bot" : "author.system"));
    bubble.draw({ author: message.author, isMine, by, at: message.at, words: message.text });
    if (log.children[index] !== bubble.node) log.insertBefore(bubble.node, log.children[index] ?? null);
  }

  /** `choice`: a button says more than its words. */
  async function say(words, choice) {
    const problem = byId("customer-problem");
    show(problem, false);
    const local = `local-${crypto.randomUUID()}`;
    take([{ id: local, author: "customer", name: null, text: words, at: new Date().toISOString() }]);
    try {
      const response = await fetch("/demo/messages", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ from: customer, text: words, choice, locale: currentLanguage() }),
      });
      if (!response.ok) throw new Error(`${response.status}`);
      await readHistory();
    } catch {
      messages.delete(local);
      draw();
      text.value ||= words;
      problem.textContent = t("notSent");
      show(problem, true);
    }
  }

  function drawHints() {
    const hints = byId("hints");
    const { choices = [] } = [...messages.values()].at(-1) ?? {};
    // Drawn anew only when they are others: somebody may stand on one of them with the keyboard.
    const drawn = JSON.stringify([currentLanguage(), choices]);
    if (hints.dataset.drawn === drawn) return;
    hints.dataset.drawn = drawn;
    for (const old of hints.querySelectorAll("button")) old.remove();
    show(hints.querySelector("[data-t=try]"), choices.length === 0);
    if (choices.length > 0) {
      hints.append(...choices.map(({ id, label }) => button(label, () => choose(id, label))));
      return;
    }
    const ask = button(t("hintPerson"), () => void say(t("hintPerson"), "person"), { className: "ask-person" });
    // Written in English in every language: a screen reader should know.
    const attributes = { lang: "en", dir: "ltr" };
    hints.append(...questions.map((question) => button(question, () => void say(question), { attributes })), ask);
  }

  function choose(id, label) {
    void say(label, id);
    text.focus();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = text.value.trim();
    if (words === "") return;
    text.value = "";
    void say(words);
  });
  sendOnEnter(text);
  byId("new-customer").addEventListener("click", () => {
    customer = newCustomer();
    messages = new Map();
    bubbles = new Map();
    log.replaceChildren();
    draw();
    follow();
    text.focus();
  });
  onLanguage(draw);
  follow();
}

function speaker(messages) {
  const last = messages.findLast(({ author }) => author !== "customer");
  if (!last) return t("speaksNobody");
  if (last.author === "agent") return t("speaksAgent", { name: last.name?.replace(/ \(.*\)$/, "") ?? "" });
  return t(last.author === "bot" ? "speaksBot" : "speaksNobody");
}
