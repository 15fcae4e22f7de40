export const style = `
:root { color-scheme: light dark; --line: light-dark(#d8dbe0, #3a3f47); --soft: light-dark(#5a626d, #a4adb8);
  --fill: light-dark(#f5f6f8, #1d2126); --link: light-dark(#0b57b0, #86b8ff); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 6rem; font: 16px/1.55 system-ui, sans-serif;
  color: light-dark(#1a1d21, #e7eaee); background: light-dark(#ffffff, #121417); }
h1 { font-size: 2rem; margin: 0; } h2 { margin: 3rem 0 .5rem; padding-top: .5rem; border-top: 1px solid var(--line); }
h3 { margin: 0; font-size: 1rem; font-weight: 600; } p { margin: .4rem 0; } a { color: var(--link); }
code { font: .875em ui-monospace, monospace; background: var(--fill); padding: .1em .3em; border-radius: 4px; overflow-wrap: anywhere; }
section.item { margin: 1rem 0; padding: .9rem 1rem; border: 1px solid var(--line); border-radius: 8px; }
section.item:target { border-color: var(--link); }
.path { font: 600 1rem ui-monospace, monospace; overflow-wrap: anywhere; } .soft { color: var(--soft); }
.frame { overflow-x: auto; } table { border-collapse: collapse; width: 100%; margin: .5rem 0; font-size: .9375rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; } td:first-child code { white-space: nowrap; } td:last-child { min-width: 12rem; } nav ul { columns: 18rem; padding-left: 1.1rem; } li { break-inside: avoid; }
`;
