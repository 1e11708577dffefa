import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { JudgedArticle } from '../judge/types.ts'
import { spokenLanguage } from '../language/language.ts'
import { say } from '../language/say.ts'
import { articlePath, INDEX, pairPath, relativeUrl } from './addresses.ts'
import { type Host, writeDocument } from './document.ts'
import { ARTICLE, CONTENT, keepParticles } from './elements.ts'
import { localize } from './localize.ts'
import { languageName, titleOf } from './names.ts'
import { alignSections } from './pair-sections.ts'
import { problemList, summarizeProblems } from './panels/problems.ts'
import type { Snapshot } from './snapshot.ts'
import { focusDiagrams, wideDiagrams } from './wide-diagrams.ts'

/** An article in its languages, section beside section; where there is no room for that, one language at a time. */
export function pairPage(members: readonly JudgedArticle[], { config }: Snapshot, host: Host): string {
  const [first] = members
  const path = pairPath(first?.key ?? '')
  const title = first === undefined ? say`Side by side` : titleOf(first)
  const root = host.live === undefined ? undefined : config.root
  const shown = members.map(({ rendered, lastGood }) => rendered ?? lastGood)
  const rows = alignSections(
    shown.map((one) => (one === undefined ? '' : focusDiagrams(localize(one, path), one, path))),
  )
  const body = [
    toolbar(members, path),
    h('main', { className: 'pv-pair', style: `--pv-columns: ${members.length}` }, [
      ...shown.flatMap((one) => (one === undefined ? [] : wideDiagrams(one, path))),
      row(
        members,
        members.map((one) => opening(one, root)),
      ),
      ...rows.map((contents) =>
        row(
          members,
          contents.map((content) => [h('div', { className: CONTENT }, [...content])]),
        ),
      ),
    ]),
  ]
  const page = { path, title, language: config.site.language, className: 'pv-page-pair', body }
  return writeDocument({ ...page, showsArticle: true }, host)
}

function toolbar(members: readonly JudgedArticle[], page: string): Element {
  return h('header', { className: 'pv-header', lang: spokenLanguage() }, [
    h('nav', { ariaLabel: say`Preview` }, [
      h('a', { href: relativeUrl(page, INDEX) }, say`All articles`),
      h(
        'span',
        { className: 'pv-languages' },
        members.map((member) => {
          const summary = summarizeProblems(member.draft.source.file)
          return h('span', [
            h(
              'a',
              { href: relativeUrl(page, articlePath(member.key)), lang: member.draft.language },
              nameOf(member),
            ),
            ...(summary === undefined
              ? []
              : [' ', h('span', { className: `pv-${summary.kind}` }, summary.text)]),
          ])
        }),
      ),
    ]),
    h('fieldset', { className: 'pv-switch' }, [
      h('legend', { className: 'pv-hidden' }, say`Language shown`),
      ...members.map((member, index) =>
        h('label', { lang: member.draft.language }, [
          h('input', { type: 'radio', name: 'pv-side', value: String(index), checked: index === 0 }),
          h('span', nameOf(member)),
        ]),
      ),
      h('style', members.map((_, index) => hideOthers(index)).join(' ')),
    ]),
  ])
}

/** Without a script, which pages that show articles have none of. */
function hideOthers(side: number): string {
  const chosen = `body:has(.pv-switch [value="${side}"]:checked)`
  return `@media (max-width: 48rem) { ${chosen} .pv-side:not([data-side="${side}"]) { display: none } }`
}

function row(members: readonly JudgedArticle[], cells: readonly (readonly ElementContent[])[]): Element {
  return h(
    'div',
    { className: 'pv-row' },
    cells.map((content, index) =>
      h(
        'article',
        {
          className: ['pv-side', ...ARTICLE],
          dataSide: String(index),
          lang: members[index]?.draft.language,
        },
        [...content],
      ),
    ),
  )
}

/** The title, and what keeps the article from being rendered. */
function opening(member: JudgedArticle, root: string | undefined): ElementContent[] {
  return [
    h('h1', { className: 'entry-title' }, keepParticles(titleOf(member))),
    ...(member.rendered === undefined
      ? [
          h(
            'div',
            { className: 'pv-broken', role: 'alert', lang: spokenLanguage() },
            problemList(member.draft.source.file, { root }),
          ),
        ]
      : []),
  ]
}

function nameOf(member: JudgedArticle): string {
  return languageName(member.draft.language ?? member.key)
}
