/** The look of /docs: one column beside a list of calls, light and dark, no font or script from elsewhere. */
export const docsStyle = `
:root { color-scheme: light dark; --ink: #1d1b16; --soft: #6a655a; --page: #fbfaf7; --card: #fff; --line: #e4e0d6; --accent: #b3471d; --code: #f3f0e9 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ece8df; --soft: #a49d8e; --page: #171511; --card: #1f1c17; --line: #39342b; --accent: #f08a5d; --code: #28241d }
}
* { box-sizing: border-box }
html { scroll-padding-top: 1rem }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.55 system-ui, sans-serif; display: grid; grid-template-columns: 17rem minmax(0, 1fr) }
nav { position: sticky; top: 0; block-size: 100vh; overflow: auto; padding: 1.25rem; border-inline-end: 1px solid var(--line); font-size: 13px }
nav h2 { font-size: 12px; color: var(--soft); margin: 1.1rem 0 .3rem; font-weight: 600 }
nav ul { list-style: none; margin: 0; padding: 0 }
nav li { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
main { padding: 1.5rem clamp(1rem, 4vw, 3rem) 4rem; max-inline-size: 60rem }
h1 { margin: 0 0 .25rem; font-size: 1.6rem }
main > h2 { margin-block-start: 2.5rem; border-block-end: 1px solid var(--line); padding-block-end: .3rem }
section { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 1rem 1.25rem; margin-block: 1rem }
section:target { border-color: var(--accent) }
h3 { margin: 0; font-size: 1rem; font-weight: 600 }
h3 code { background: none; padding: 0; overflow-wrap: anywhere }
h4 { margin: 1rem 0 .35rem; font-size: 13px; color: var(--soft) }
p { margin: .35rem 0 }
a { color: var(--accent); text-decoration: none }
a:hover, a:focus-visible { text-decoration: underline }
code, pre { font: 13px/1.5 ui-monospace, Menlo, Consolas, monospace; background: var(--code); border-radius: 4px }
code { padding: .1em .3em }
pre { padding: .7rem .9rem; overflow: auto; margin: .35rem 0 }
table { border-collapse: collapse; inline-size: 100% }
td, th { text-align: start; vertical-align: top; padding: .3rem .75rem .3rem 0; border-block-end: 1px solid var(--line); font-weight: 400 }
.method { display: inline-block; min-inline-size: 3.6rem; font-weight: 700; color: var(--accent); font-size: 12px }
.soft { color: var(--soft) }
@media (max-width: 800px) {
  body { display: block }
  nav { position: static; block-size: auto; border: 0 }
  td { display: block; border: 0; padding-block: .1rem; overflow-wrap: anywhere }
  td:last-child { border-block-end: 1px solid var(--line); padding-block-end: .5rem }
}
`
