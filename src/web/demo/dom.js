import { currentLanguage } from "./strings.js";

export function byId(id) {
  return document.getElementById(id);
}

/** What others wrote is only ever text: nothing here knows HTML. */
export function element(tag, { attributes = {}, data = {}, text, onClick, ...properties } = {}, ...children) {
  const node = document.createElement(tag);
  Object.assign(node, properties);
  Object.assign(node.dataset, data);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  if (text !== undefined) node.textContent = text;
  if (onClick) node.addEventListener("click", onClick);
  node.append(...children);
  return node;
}

export function button(text, onClick, properties = {}) {
  return element("button", { type: "button", text, onClick, ...properties });
}

export function show(node, isShown) {
  node.hidden = !isShown;
}

export function clockTime(iso) {
  return new Intl.DateTimeFormat(currentLanguage(), { hour: "2-digit", minute: "2-digit" }).format(new Date(iso));
}

/** Follows the newest message unless somebody has scrolled up to read. */
export function keepAtEnd(log, change) {
  const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 60;
  change();
  if (isAtEnd) log.scrollTop = log.scrollHeight;
}

/** Enter sends, Shift and Enter make a line. */
export function sendOnEnter(textarea) {
  textarea.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    textarea.form.requestSubmit();
  });
}
