import { byId, show } from "./dom.js";
import { t } from "./strings.js";

/** The agent's key: from this machine's server, from the link's fragment, or typed in. Kept for this tab only. */
export async function findKey(session) {
  const linked = new URLSearchParams(location.hash.slice(1)).get("key");
  if (linked) {
    sessionStorage.setItem("baton-key", linked);
    // Not in the history and not in the next screenshot.
    history.replaceState(null, "", location.pathname);
  }
  return session.apiKey ?? sessionStorage.getItem("baton-key") ?? askForKey(false);
}

/** Resolves when somebody has entered one; whether it is good shows when it is used. */
export function askForKey(wasBad) {
  const form = byId("key-form");
  const problem = byId("key-problem");
  problem.textContent = t("keyBad");
  show(problem, wasBad);
  show(form, true);
  show(byId("desk"), false);
  return new Promise((resolve) => {
    form.addEventListener(
      "submit",
      (event) => {
        event.preventDefault();
        const key = byId("key").value.trim();
        sessionStorage.setItem("baton-key", key);
        show(form, false);
        show(byId("desk"), true);
        resolve(key);
      },
      { once: true },
    );
  });
}
