export const surveyStyle = `
:root { color-scheme: light dark; --line: light-dark(#8a919b, #717a86); --soft: light-dark(#4d5560, #b4bcc6);
  --ink: light-dark(#1a1d21, #eceff3); --page: light-dark(#ffffff, #121417); --link: light-dark(#0b57b0, #86b8ff);
  --on-link: light-dark(#ffffff, #0b1320); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 32rem; padding: 2rem 1.25rem 4rem; font: 1.0625rem/1.5 system-ui, sans-serif;
  color: var(--ink); background: var(--page); }
h1 { font-size: 1.5rem; margin: 0 0 1rem; } p { margin: .5rem 0; } .soft { color: var(--soft); }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; } legend { padding: 0; }
.scores { display: flex; gap: .5rem; } .scores label { flex: 1; min-width: 0; text-align: center; padding: .75rem 0; border: 2px solid var(--line);
  border-radius: 8px; cursor: pointer; font-weight: 600; }
.scores label:has(:checked) { border-color: var(--link); background: var(--link); color: var(--on-link); }
.scores label:has(:focus-visible) { outline: 3px solid var(--link); outline-offset: 3px; }
.scores input { display: block; margin: 0 auto .25rem; width: 1.1rem; height: 1.1rem; accent-color: var(--link); }
.ends { display: flex; justify-content: space-between; color: var(--soft); margin: .25rem 0 1.5rem; }
textarea { display: block; width: 100%; font: inherit; color: inherit; background: transparent; border: 2px solid var(--line);
  border-radius: 8px; padding: .6rem; margin-top: .35rem; }
button { margin-top: 1rem; font: inherit; font-weight: 600; padding: .7rem 1.6rem; border: 0; border-radius: 8px;
  color: var(--on-link); background: var(--link); cursor: pointer; }
button:focus-visible, textarea:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; }
`;
