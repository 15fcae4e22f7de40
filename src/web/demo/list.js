import { button, byId, clockTime, element } from "./dom.js";
import { t } from "./strings.js";

const groups = ["queue", "mine", "bot", "others", "closed"];

/** What waits, what is mine, and the rest. Buttons stay the same nodes, so that the focus stays where it is. */
export function createList({ me, conversations, previews }, onOpen) {
  const buttons = new Map();
  const container = byId("lists");

  function groupOf({ phase, agentId }) {
    if (phase !== "human") return phase;
    return agentId === me.id ? "mine" : "others";
  }

  function itemOf(conversation, openId) {
    const { id, lastCustomerAt } = conversation;
    const known = buttons.get(id) ?? createItem(id);
    buttons.set(id, known);
    const message = previews.get(id);
    known.name.textContent = customerName(conversation);
    known.time.textContent = clockTime(lastCustomerAt);
    known.time.dateTime = lastCustomerAt;
    known.preview.textContent = message?.content.text ?? message?.content.caption ?? "";
    known.node.setAttribute("aria-current", String(id === openId));
    return element("li", {}, known.node);
  }

  function createItem(id) {
    const name = element("b");
    const time = element("time");
    const preview = element("span", { className: "preview", dir: "auto" });
    const node = button("", () => onOpen(id), { className: "item" });
    node.append(name, time, preview);
    return { node, name, time, preview };
  }

  return {
    draw(openId) {
      const focused = document.activeElement;
      const all = [...conversations.values()];
      const drawn = groups.flatMap((group) => {
        const members = all.filter((conversation) => groupOf(conversation) === group).sort(inOrder(group));
        if (members.length === 0) return [];
        const count = element("span", { text: String(members.length), className: group === "queue" ? "count" : "" });
        const title = element("h3", {}, element("span", { text: t(`group.${group}`) }), count);
        return [title, element("ul", {}, ...members.map((member) => itemOf(member, openId)))];
      });
      if (drawn.length === 0) drawn.push(element("p", { className: "empty", text: t("emptyList") }));
      container.replaceChildren(...drawn);
      if (focused !== document.activeElement && container.contains(focused)) focused.focus();
    },
  };
}

/** The queue from its oldest on, all else from the newest. */
function inOrder(group) {
  if (group === "queue") return (one, other) => one.since.localeCompare(other.since);
  return (one, other) => other.lastCustomerAt.localeCompare(one.lastCustomerAt);
}

export function customerName({ customer }) {
  return customer.name ?? t("visitor", { id: customer.id.slice(-4) });
}
