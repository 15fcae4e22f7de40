import english from "./strings/en.js";

/** One catalog, one file for each language, of which one is loaded. */
const languages = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  pt: "Português",
  it: "Italiano",
  nl: "Nederlands",
  pl: "Polski",
  tr: "Türkçe",
  ar: "العربية",
};

const rightToLeft = new Set(["ar"]);
const loaders = {
  de: () => import("./strings/de.js"),
  fr: () => import("./strings/fr.js"),
  es: () => import("./strings/es.js"),
  pt: () => import("./strings/pt.js"),
  it: () => import("./strings/it.js"),
  nl: () => import("./strings/nl.js"),
  pl: () => import("./strings/pl.js"),
  tr: () => import("./strings/tr.js"),
  ar: () => import("./strings/ar.js"),
};
const listeners = new Set();
let language = "en";
let strings = english;

export function t(key, variables = {}) {
  const text = strings[key] ?? english[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_whole, name) => String(variables[name] ?? ""));
}

export function currentLanguage() {
  return language;
}

/** Called at once, and again whenever the language changes. */
export function onLanguage(draw) {
  listeners.add(draw);
  draw();
}

/** The browser's first language that we speak, or the one chosen here before. */
export async function startLanguage(select) {
  for (const [code, name] of Object.entries(languages)) select.append(new Option(name, code));
  select.addEventListener("change", () => {
    localStorage.setItem("baton-language", select.value);
    void use(select.value);
  });
  const wanted = [localStorage.getItem("baton-language"), ...navigator.languages.map((tag) => tag.split("-")[0])];
  const chosen = wanted.find((code) => code in languages) ?? "en";
  select.value = chosen;
  await use(chosen);
}

async function use(code) {
  strings = code in loaders ? (await loaders[code]()).default : english;
  language = code;
  document.documentElement.lang = code;
  document.documentElement.dir = rightToLeft.has(code) ? "rtl" : "ltr";
  fillIn();
  for (const draw of listeners) draw();
}

function fillIn() {
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll("[data-t-label]")) {
    node.setAttribute("aria-label", t(node.dataset.tLabel));
  }
  for (const node of document.querySelectorAll("[data-t-placeholder]")) {
    node.setAttribute("placeholder", t(node.dataset.tPlaceholder));
  }
}
