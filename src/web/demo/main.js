import { startAgent } from "./agent.js";
import { startConnection } from "./connection.js";
import { startCustomer } from "./customer.js";
import { byId } from "./dom.js";
import { startLanguage } from "./strings.js";

await startLanguage(byId("language"));
startConnection();
for (const view of ["customer", "agent"]) {
  byId(`tab-${view}`).addEventListener("click", () => {
    document.body.dataset.view = view;
    for (const other of ["customer", "agent"]) {
      byId(`tab-${other}`).setAttribute("aria-pressed", String(other === view));
    }
  });
}
// What scrolls can be reached by keyboard.
for (const log of document.querySelectorAll(".log")) log.tabIndex = 0;
startCustomer();
await startAgent();
