import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { JudgedArticle } from '../judge/types.ts'
import { count } from '../language/count.ts'
import { spokenLanguage } from '../language/language.ts'
import { say } from '../language/say.ts'
import { isFile } from '../posts/library-picture.ts'
import type { RenderedPost } from '../render/types.ts'
import { articlePath, INDEX, mediaPath, pairPath, relativeUrl } from './addresses.ts'
import { badgesOf } from './badges.ts'
import { type Host, writeDocument } from './document.ts'
import { ARTICLE, CONTENT, keepParticles, overlayOf } from './elements.ts'
import { localize } from './localize.ts'
import { languageName, titleOf } from './names.ts'
import { noticeOf } from './notice.ts'
import { pairOf } from './pairs.ts'
import { searchPanel, socialPanel } from './panels/cards.ts'
import { contentsPanel } from './panels/contents.ts'
import { factsPanel } from './panels/facts.ts'
import { incomingPanel, outgoingPanel } from './panels/links.ts'
import { problemList, problemsPanel, summarizeProblems } from './panels/problems.ts'
import type { Snapshot } from './snapshot.ts'
import { focusDiagrams, wideDiagrams } from './wide-diagrams.ts'

/**
 * The page of one article: its content as it would be published, and what there is to know about it. An article
 * with errors shows them, above what it was before it broke where that is known.
 */
export function articlePage(article: JudgedArticle, snapshot: Snapshot, host: Host): string {
  const path = articlePath(article.key)
  const language = article.draft.language ?? snapshot.config.site.language
  const shown = article.rendered ?? article.lastGood
  const isBroken = article.rendered === undefined && shown !== undefined
  // In a folder the pages are read on any machine, where no path of this one leads anywhere.
  const root = host.live === undefined ? undefined : snapshot.config.root
  const body = [
    header(article, path, snapshot, shown !== undefined),
    h('main', [shown === undefined ? brokenArticle(article, root) : wholeArticle(shown, path, language)]),
    ...(shown === undefined ? [] : [aside(article, shown, { page: path, snapshot, root })]),
    ...(isBroken ? [overlay(article, root)] : []),
  ]
  const page = { path, title: titleOf(article), language, className: 'pv-page-article', body }
  return writeDocument({ ...page, showsArticle: true }, host)
}

function header(article: JudgedArticle, page: string, snapshot: Snapshot, hasAside: boolean): Element {
  const summary = summarizeProblems(article.draft.source.file)
  const { text, isHidden } = noticeOf(article, snapshot)
  return h(
    'header',
    { className: ['pv-header', ...(isHidden ? ['pv-unpublished'] : [])], lang: spokenLanguage() },
    [
      h('nav', { ariaLabel: say`Preview` }, [
        h('a', { href: relativeUrl(page, INDEX), target: '_top' }, say`All articles`),
        ...languages(article, page, snapshot),
        ...(hasAside
          ? [h('a', { className: 'pv-to-about', href: '#pv-about' }, say`About the article`)]
          : []),
      ]),
      h('p', { className: 'pv-notice' }, [
        h('span', text),
        ...(summary === undefined || article.rendered === undefined
          ? []
          : [' ', h('a', { href: '#pv-problems', className: `pv-${summary.kind}` }, summary.text)]),
      ]),
    ],
  )
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
        lang: draft.language,
      },
      [languageName(draft.language ?? '')],
    ),
  )
  return [
    h('span', { className: 'pv-languages' }, [
      ...items,
      h('a', { href: relativeUrl(page, pairPath(first.key)), target: '_top' }, say`Side by side`),
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
  // The content comes last: an end tag too many in it closes nothing else, as on the site.
  const content: ElementContent = { type: 'raw', value: focusDiagrams(localize(shown, page), shown, page) }
  return h('article', { lang: language, className: ARTICLE }, [
    h('h1', { className: 'entry-title' }, keepParticles(title)),
    ...picture,
    ...wideDiagrams(shown, page),
    h('div', { className: CONTENT }, ['\n', content, '\n']),
  ])
}

function brokenArticle(article: JudgedArticle, root: string | undefined): Element {
  const { file } = article.draft.source
  return h('div', { className: 'pv-broken', lang: spokenLanguage() }, [
    h('h1', { lang: article.draft.language }, titleOf(article)),
    h('p', say`${file.path} has errors. Mend them, and the article appears here.`),
    ...problemList(file, { root }),
  ])
}

interface Surroundings {
  readonly page: string
  readonly snapshot: Snapshot
  readonly root: string | undefined
}

function aside(article: JudgedArticle, shown: RenderedPost, { page, snapshot, root }: Surroundings): Element {
  const { config } = snapshot
  const { file } = article.draft.source
  const panels = [
    searchPanel(shown, config),
    // What the overlay says is said once.
    problemsPanel(
      file,
      article.rendered === undefined ? { root, only: (one) => !isInOverlay(file, one) } : { root },
    ),
    factsPanel(shown, config, snapshot.planned === undefined ? undefined : badgesOf(article, snapshot)),
    contentsPanel(shown),
    socialPanel(shown, page, config),
    outgoingPanel(article, page, snapshot),
    incomingPanel(article, page, snapshot),
  ]
  return h(
    'aside',
    { id: 'pv-about', ariaLabel: say`About the article`, lang: spokenLanguage() },
    panels.filter((one) => one !== undefined),
  )
}

/** What keeps the article from being rendered, above what it was before. */
function overlay(article: JudgedArticle, root: string | undefined): Element {
  const { file } = article.draft.source
  const only = (one: VFileMessage): boolean => isInOverlay(file, one)
  const amount = count(file.messages.filter(only).length, hasNoError(file) ? 'warning' : 'error')
  return overlayOf(`${file.path}: ${amount}`, [
    h('p', say`The page shows the last version that could be shown.`),
    ...problemList(file, { only, root }),
  ])
}

/** The errors; of a draft, whose errors are told as warnings, everything. */
function isInOverlay(file: VFile, { fatal }: VFileMessage): boolean {
  return hasNoError(file) || fatal === true
}

function hasNoError(file: VFile): boolean {
  return file.messages.every(({ fatal }) => fatal !== true)
}
