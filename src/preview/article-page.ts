import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { JudgedArticle } from '../judge/types.ts'
import { isFile } from '../posts/library-picture.ts'
import type { RenderedPost } from '../render/types.ts'
import { articlePath, INDEX, mediaPath, pairPath, relativeUrl } from './addresses.ts'
import { type Host, writeDocument } from './document.ts'
import { localize } from './localize.ts'
import { languageName, titleOf } from './names.ts'
import { pairOf } from './pairs.ts'
import { searchPanel, socialPanel } from './panels/cards.ts'
import { contentsPanel } from './panels/contents.ts'
import { factsPanel } from './panels/facts.ts'
import { incomingPanel, outgoingPanel } from './panels/links.ts'
import { problemList, problemsPanel, summarizeProblems } from './panels/problems.ts'
import { statusSentence } from './schedule.ts'
import type { Snapshot } from './snapshot.ts'

/**
 * The page of one article: its content as it would be published, and what there is to know about it. An article
 * with errors shows them, above what it was before it broke where that is known.
 */
export function articlePage(article: JudgedArticle, snapshot: Snapshot, host: Host): string {
  const path = articlePath(article.key)
  const language = article.draft.language ?? snapshot.config.site.language
  const shown = article.rendered ?? article.lastGood
  const body = [
    header(article, path, snapshot),
    h('main', [shown === undefined ? brokenArticle(article) : wholeArticle(shown, path, language)]),
    ...(shown === undefined ? [] : [aside(article, shown, path, snapshot)]),
    ...(article.rendered === undefined && shown !== undefined ? [overlay(article)] : []),
  ]
  return writeDocument({ path, title: titleOf(article), language, className: 'pv-page-article', body }, host)
}

function header(article: JudgedArticle, page: string, snapshot: Snapshot): Element {
  const summary = summarizeProblems(article.draft.source.file)
  const { rendered } = article
  const notice =
    rendered === undefined ? 'This article cannot be published yet.' : statusSentence(rendered.post)
  const isHidden = rendered?.post.status !== 'publish'
  return h('header', { className: ['pv-header', ...(isHidden ? ['pv-unpublished'] : [])] }, [
    h('nav', { ariaLabel: 'Preview' }, [
      h('a', { href: relativeUrl(page, INDEX), target: '_top' }, 'All articles'),
      ...languages(article, page, snapshot),
    ]),
    h('p', { className: 'pv-notice' }, [
      h('span', notice),
      ...(summary === undefined || rendered === undefined
        ? []
        : [' ', h('a', { href: '#pv-problems', className: `pv-${summary.kind}` }, summary.text)]),
    ]),
  ])
}

function languages(article: JudgedArticle, page: string, snapshot: Snapshot): Element[] {
  const members = pairOf(article, snapshot)
  const [first] = members
  if (first === undefined) return []
  const items = members.map(({ key, draft }) =>
    h(
      'a',
      {
        href: relativeUrl(page, articlePath(key)),
        ariaCurrent: key === article.key ? 'page' : undefined,
      },
      [languageName(draft.language ?? '')],
    ),
  )
  return [
    h('span', { className: 'pv-languages' }, [
      ...items,
      h('a', { href: relativeUrl(page, pairPath(first.key)), target: '_top' }, 'Side by side'),
    ]),
  ]
}

function wholeArticle(shown: RenderedPost, page: string, language: string): Element {
  const { featuredMedia: image, title } = shown.post
  const picture: ElementContent[] =
    image === undefined || !isFile(image)
      ? []
      : [
          h('img', {
            className: 'pv-featured',
            src: relativeUrl(page, mediaPath(image)),
            alt: '',
            width: image.width,
            height: image.height,
          }),
        ]
  // The content comes last and without an element of its own: an end tag too many in it closes nothing else.
  const content: ElementContent = { type: 'raw', value: localize(shown, page) }
  return h('article', { lang: language }, [h('h1', title), ...picture, '\n', content, '\n'])
}

function brokenArticle(article: JudgedArticle): Element {
  const { file } = article.draft.source
  return h('article', { className: 'pv-broken' }, [
    h('h1', titleOf(article)),
    h('p', [h('code', file.path), ' has errors. Mend them, and the article appears here.']),
    ...problemList(file),
  ])
}

function aside(article: JudgedArticle, shown: RenderedPost, page: string, snapshot: Snapshot): Element {
  const { config } = snapshot
  const panels = [
    problemsPanel(article.draft.source.file),
    factsPanel(shown, config),
    contentsPanel(shown),
    searchPanel(shown, config),
    socialPanel(shown, page, config),
    outgoingPanel(article, page, snapshot),
    incomingPanel(article, page, snapshot),
  ]
  return h(
    'aside',
    { ariaLabel: 'About the article' },
    panels.filter((one) => one !== undefined),
  )
}

/** What keeps the article from being rendered, above what it was before. */
function overlay(article: JudgedArticle): Element {
  const { file } = article.draft.source
  return h('section', { className: 'pv-overlay', role: 'alert' }, [
    h('h2', `${file.path} has errors`),
    h('p', 'Beneath is the last version that had none.'),
    ...problemList(file),
  ])
}
