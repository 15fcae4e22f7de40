import { clockTime, element } from "./dom.js";

/** One message: who speaks, when, what, and what became of it. Texts come in; nothing is looked up here. */
export function createBubble() {
  const name = element("b");
  const time = element("time");
  const text = element("p", { className: "bubble", dir: "auto" });
  const state = element("span", { className: "state" });
  const node = element(
    "div",
    { className: "message" },
    element("div", { className: "byline" }, name, time),
    text,
    state,
  );
  return {
    node,
    draw({ author, isMine, by, at, words, delivery, isBad }) {
      node.dataset.author = author;
      node.classList.toggle("mine", isMine);
      set(name, by);
      set(time, clockTime(at));
      time.dateTime = at;
      set(text, words);
      set(state, delivery ?? "");
      state.classList.toggle("bad", isBad === true);
      state.hidden = !delivery;
    },
  };
}

/** Only what changed is written, so that a screen reader does not read everything again. */
function set(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
