/** The preview's own look: readable for Japanese and Latin text, light and dark, phone to desktop, and on paper. */
export const THEME = `
:root { color-scheme: light dark; --ink: #1c2530; --soft: #5a6878; --paper: #fff; --wash: #f4f6f9; --line: #d7dde5; --link: #0b5cad; --error: #b3261e; --warn: #8a5a00; --note: #1f6feb; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e9ef; --soft: #9aa8b8; --paper: #12181f; --wash: #1b232d; --line: #33404e; --link: #7db7ff; --error: #ff8a80; --warn: #f0b95a; --note: #7db7ff; } }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--paper); font: 1rem/1.85 system-ui, 'Hiragino Sans', 'Noto Sans JP', 'Noto Sans CJK JP', 'Yu Gothic UI', Meiryo, sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); }
.draft { margin: 0; padding: .5rem 1rem; background: var(--wash); border-bottom: 1px solid var(--line); color: var(--soft); font-size: .875rem; }
.page { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; display: grid; gap: 2.5rem; }
@media (min-width: 60rem) { .page { grid-template-columns: minmax(0, 1fr) 20rem; } }
article { max-width: 44rem; min-width: 0; }
h1 { line-height: 1.45; font-size: 1.75rem; margin: .5rem 0 1.5rem; }
h2 { line-height: 1.5; font-size: 1.4rem; margin: 2.75rem 0 1rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); }
h3 { line-height: 1.5; font-size: 1.15rem; margin: 2rem 0 .75rem; }
img { max-width: 100%; height: auto; }
figure { margin: 1.5rem 0; }
figcaption { color: var(--soft); font-size: .875rem; text-align: center; }
pre { padding: 1rem; overflow-x: auto; background: var(--wash); border: 1px solid var(--line); border-radius: .5rem; line-height: 1.6; }
code { font-family: ui-monospace, 'SFMono-Regular', Consolas, 'Noto Sans Mono CJK JP', monospace; font-size: .9em; }
:not(pre) > code { padding: .1em .35em; background: var(--wash); border-radius: .25rem; }
.wp-block-table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.6; }
th, td { border: 1px solid var(--line); padding: .5rem .75rem; vertical-align: top; overflow-wrap: break-word; }
th { background: var(--wash); }
article th, article td { min-width: 7rem; }
.has-text-align-left { text-align: left; } .has-text-align-center { text-align: center; } .has-text-align-right { text-align: right; }
blockquote { margin: 1.5rem 0; padding: .25rem 1.25rem; border-left: .25rem solid var(--line); }
hr { border: 0; border-top: 1px solid var(--line); margin: 2.5rem 0; }
.message { margin: 1.5rem 0; padding: .25rem 1.25rem; background: var(--wash); border-left: .25rem solid var(--note); border-radius: .25rem; }
.message.is-warning { border-color: var(--warn); }
.box-title { margin-bottom: 0; } .box-title + p { margin-top: .25rem; }
aside section { margin-bottom: 2rem; font-size: .875rem; line-height: 1.65; }
aside h2 { font-size: .9375rem; margin: 0 0 .5rem; }
aside dl { display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); gap: .25rem .75rem; margin: 0; }
aside dt { color: var(--soft); } aside dd { margin: 0; }
aside ul { margin: 0; padding-left: 1.1rem; }
.card { border: 1px solid var(--line); border-radius: .5rem; overflow: hidden; }
.card > div { padding: .75rem; } .card p { margin: 0; } .card .card-title { color: var(--link); font-weight: 600; }
.problem-error { color: var(--error); } .problem-warn { color: var(--warn); }
main.index { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
.scroll { overflow-x: auto; }
.index td:first-child { min-width: 16rem; } .index td { white-space: nowrap; } .index td:first-child { white-space: normal; }
input[type=search] { font: inherit; color: inherit; background: var(--wash); border: 1px solid var(--line); border-radius: .5rem; padding: .4rem .75rem; width: min(24rem, 100%); margin-bottom: 1rem; }
@media print { .draft, aside, input { display: none; } .page { display: block; padding: 0; } }
`

/** Narrows the table of articles to the rows that hold every word of the search. */
export const FILTER_SCRIPT = `
const search = document.querySelector('input[type=search]')
search.addEventListener('input', () => {
  const words = search.value.normalize('NFKC').toLowerCase().split(/\\s+/)
  for (const row of document.querySelectorAll('tbody tr')) {
    const text = row.textContent.normalize('NFKC').toLowerCase()
    row.hidden = !words.every((word) => text.includes(word))
  }
})
`
