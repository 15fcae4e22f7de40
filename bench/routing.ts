/** `node bench/routing.ts`: how long it takes to find a person, with many people and many who wait. */
import { measureRouting } from "./rows/routing.ts";
import { cellsOf, hasPassed } from "./rows/row.ts";
import { describeMachine } from "./support/machine.ts";
import { renderTable } from "./support/table.ts";

console.log(describeMachine());
const rows = await measureRouting();
console.log(renderTable(["what", "target", "measured", "", "beside it"], rows.map(cellsOf)));
process.exit(rows.some((row) => hasPassed(row) === false) ? 1 : 0);
