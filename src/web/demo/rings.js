import { button, byId, element } from "./dom.js";
import { customerName } from "./list.js";
import { currentLanguage, t } from "./strings.js";

const reasons = ["reasonBusy", "reasonBreak", "reasonTopic"];

/** Requests to this person: each rings until it is taken, declined or over. */
export function createRings({ me, conversations, api, attempt }, onTaken) {
  const container = byId("rings");
  const rings = new Map();

  function createRing(conversation, request) {
    const why = element("p", { className: "muted", text: whyOf(conversation.handoff.reason) });
    const title = element("h3", { text: `${t("ringTitle")}: ${customerName(conversation)}` });
    const left = element("span");
    const total = Date.parse(request.expiresAt) - Date.parse(request.at);
    const progress = element("progress", { max: total, attributes: { "aria-label": t("ringTitle") } });
    // Seconds are for the eye: read out aloud they would drown everything else.
    const time = element("div", { className: "left", attributes: { "aria-hidden": "true" } }, progress, left);
    const choices = element("div", { className: "choices" });
    const node = element(
      "section",
      { className: "ring", attributes: { "aria-label": t("ringTitle") } },
      element("img", { className: "bell", src: "/demo/bell.svg", alt: "" }),
      element("div", { className: "grow", attributes: { role: "alert" } }, title, why),
      time,
      choices,
    );
    const accept = button(t("accept"), () => void take(conversation.id, request), { className: "primary" });
    const decline = button(t("decline"), () => askWhy());
    choices.append(accept, decline);

    function askWhy() {
      choices.classList.add("below");
      const options = reasons.map((reason) =>
        button(t(reason), () => void reject(conversation.id, request, t(reason))),
      );
      const cancel = button(
        t("cancel"),
        () => {
          choices.classList.remove("below");
          choices.replaceChildren(accept, decline);
          decline.focus();
        },
        { className: "quiet" },
      );
      choices.replaceChildren(element("span", { className: "muted", text: t("declineWhy") }), ...options, cancel);
      options[0].focus();
    }

    function tick() {
      const rest = Math.max(0, Date.parse(request.expiresAt) - Date.now());
      progress.value = rest;
      left.textContent = t("secondsLeft", { count: Math.ceil(rest / 1000) });
    }
    tick();
    const timer = setInterval(tick, 1_000);
    const end = () => {
      clearInterval(timer);
      node.remove();
    };
    return { node, end, language: currentLanguage() };
  }

  async function take(conversationId, request) {
    const taken = await attempt(() => api().answer(conversationId, request.id, "accept", { agentId: me.id }));
    if (taken) {
      conversations.set(conversationId, taken);
      onTaken(conversationId);
    }
  }

  function reject(conversationId, request, reason) {
    return attempt(() => api().answer(conversationId, request.id, "reject", { agentId: me.id, reason }));
  }

  return {
    draw() {
      const ringing = new Map();
      for (const conversation of conversations.values()) {
        const request = conversation.handoff?.pendingRequest;
        if (request?.agentId === me.id) ringing.set(request.id, { conversation, request });
      }
      for (const [id, ring] of rings) {
        if (ringing.has(id) && ring.language === currentLanguage()) continue;
        ring.end();
        rings.delete(id);
      }
      for (const [id, { conversation, request }] of ringing) {
        if (rings.has(id)) continue;
        const ring = createRing(conversation, request);
        rings.set(id, ring);
        container.append(ring.node);
      }
      const count = byId("tab-count");
      count.textContent = String(ringing.size);
      count.hidden = ringing.size === 0;
      document.title = ringing.size === 0 ? "Baton demo" : `(${ringing.size}) ${t("ringTitle")}`;
    },
  };
}

/** Many signals, few sentences. */
const sameAs = {
  "person-button": "explicit-request",
  "broken-promise": "bot-proposed",
  "unsupported-message": "unreadable-message",
  ...Object.fromEntries(
    ["unsupported-topic", "failed-attempts", "turn-budget", "bot-repeats", "customer-repeats", "unclear-request"].map(
      (reason) => [reason, "stuck"],
    ),
  ),
  ...Object.fromEntries(["frustration", "insult"].map((reason) => [reason, "upset"])),
  ...Object.fromEntries(["self-harm", "threat", "legal", "privacy", "fraud"].map((reason) => [reason, "risk"])),
  ...Object.fromEntries(["rule", "phrase", "intent", "flag", "participant"].map((reason) => [reason, "rule"])),
};

function whyOf(reason) {
  return t(`why.${sameAs[reason] ?? reason}`);
}
