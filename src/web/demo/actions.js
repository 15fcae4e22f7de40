import { button, byId, element } from "./dom.js";
import { currentLanguage, t } from "./strings.js";

const outcomes = ["resolved", "unresolved", "spam"];

/** What may be done with the open conversation now. Drawn again only when that changes, so that no question vanishes. */
export function createActions({ me, conversations, api, attempt }) {
  const container = byId("actions");
  let drawnFor = null;

  async function act(id, verb, body = {}) {
    const changed = await attempt(() => api().act(id, verb, { agentId: me.id, ...body }));
    if (changed) conversations.set(id, changed);
    drawnFor = null;
  }

  function choicesFor({ id, phase, agentId }) {
    const isMine = phase === "human" && agentId === me.id;
    const again = () => {
      drawnFor = null;
      drawActions(conversations.get(id));
      container.querySelector("button")?.focus();
    };
    if (isMine) {
      return [button(t("handBack"), () => askNote(id, again)), button(t("close"), () => askOutcome(id, again))];
    }
    if (phase === "queue" || phase === "bot") {
      return [button(t("claim"), () => void act(id, "claim"), { className: phase === "queue" ? "primary" : "" })];
    }
    return [];
  }

  function askNote(id, again) {
    const label = t("handBackNote");
    const note = element("input", { maxLength: 500, placeholder: label, attributes: { "aria-label": label } });
    const submit = () => void act(id, "hand-back", { note: note.value.trim() || null });
    note.addEventListener("keydown", (event) => {
      if (event.key === "Enter") submit();
    });
    ask(
      note,
      button(t("handBack"), submit, { className: "primary" }),
      button(t("cancel"), again, { className: "quiet" }),
    );
    note.focus();
  }

  function askOutcome(id, again) {
    const buttons = outcomes.map((outcome) =>
      button(t(`outcome.${outcome}`), () => void act(id, "close", { outcome })),
    );
    ask(...buttons, button(t("cancel"), again, { className: "quiet" }));
    buttons[0].focus();
  }

  function ask(...nodes) {
    container.replaceChildren(element("div", { className: "choices" }, ...nodes));
  }

  function drawActions(conversation) {
    const state = [conversation.id, conversation.epoch, currentLanguage()].join(" ");
    if (state === drawnFor) return;
    drawnFor = state;
    container.replaceChildren(...choicesFor(conversation));
  }

  return { draw: drawActions };
}
