import { byId } from "./dom.js";
import { onLanguage, t } from "./strings.js";

const states = new Map();

/** One light for all lines: it is live when all of them are. */
export function reportConnection(line, state) {
  states.set(line, state);
  draw();
}

export function startConnection() {
  onLanguage(draw);
}

function draw() {
  const all = [...states.values()];
  const state =
    all.length > 0 && all.every((each) => each === "live") ? "live" : (all.find((s) => s !== "live") ?? "connecting");
  const node = byId("connection");
  node.dataset.state = state;
  node.firstElementChild.textContent = t(state);
}
