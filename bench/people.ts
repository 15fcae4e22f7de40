/** `node bench/people.ts`: many conversations given to one person, and somebody with many who goes. On a SQLite file. */
import { measurePeople } from "./rows/people.ts";
import { cellsOf, hasPassed } from "./rows/row.ts";
import { describeMachine } from "./support/machine.ts";
import { renderTable } from "./support/table.ts";

console.log(describeMachine());
const rows = await measurePeople();
console.log(renderTable(["what", "target", "measured", "", "beside it"], rows.map(cellsOf)));
process.exit(rows.some((row) => hasPassed(row) === false) ? 1 : 0);
