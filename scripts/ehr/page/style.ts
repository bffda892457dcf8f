/** Colours and layout of the simulated EHR: an ordinary desk application, and nothing like the viewer. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1d2733; --paper: #f3f5f8; --line: #c7d0da; --bar: #35506b; --sheet: #fff; --accent: #2c6a8f }
@media (prefers-color-scheme: dark) { :root { --ink: #e2e8ef; --paper: #161c23; --line: #3d4a58; --bar: #22384d; --sheet: #1e2630; --accent: #7fb6d6 } }
* { box-sizing: border-box }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); min-height: 100vh; display: flex; flex-direction: column }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; padding: .6rem 1rem; background: var(--bar); color: #fff }
header a { color: inherit; text-decoration: none; padding-block: .2rem } header a:hover { text-decoration: underline }
.brand { font-weight: 700; font-size: 1.1rem } .brand span { font-weight: 400 }
nav { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; flex: 1 } .user { margin: 0; font-size: .9rem }
main { flex: 1; display: flex; flex-direction: column; gap: 1rem; padding: 1rem }
section, article { background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; padding: 1rem }
article { flex: 1; display: flex; flex-direction: column; min-width: 0 }
h1 { font-size: 1.25rem; margin: 0 } h2 { font-size: 1.05rem; margin: 0 0 .5rem }
.facts, .hint { color: color-mix(in srgb, var(--ink) 75%, transparent); margin: 0 0 .6rem }
.note { margin: 0; padding: .3rem 1rem; background: #f2d98c; color: #3b2d00; font-size: .9rem }
table { border-collapse: collapse; width: 100%; margin-block: .6rem } th, td { text-align: start; padding: .45rem .6rem .45rem 0; border-block-end: 1px solid var(--line) }
.button, button { display: inline-block; font: inherit; padding: .3rem .8rem; border-radius: 5px; border: 1px solid var(--accent); background: var(--accent); color: var(--sheet); text-decoration: none; cursor: pointer }
.quiet { background: transparent; color: var(--accent) }
form { display: grid; grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)); gap: .4rem 1rem } form button { justify-self: start; align-self: center }
label { display: flex; gap: .5rem; align-items: baseline }
.chart { flex: 1; display: flex; gap: 1rem; min-height: 38rem } .both { flex: 1; display: flex; gap: 1rem }
aside { inline-size: 11rem; flex: none } main a { color: var(--accent) } main a.button:not(.quiet) { color: var(--sheet) }
iframe { flex: 1; inline-size: 100%; min-height: 38rem; border: 1px solid var(--line); background: #fff }
@media (max-width: 60rem) { .both, .chart { flex-direction: column } aside { inline-size: auto } table, tbody, tr, td { display: block } thead { display: none } }
`
