import { basename } from 'node:path'
import type { ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { assetPath, relativeUrl } from './addresses.ts'
import { AUTHORS, SITE_STYLES } from './assets.ts'
import { editorLink, type Place } from './editor-link.ts'
import { overlayOf } from './elements.ts'

/** Something that is wrong with the whole folder. */
export interface Problem {
  readonly message: string
  readonly advice: string
  /** Where in a file of this machine. */
  readonly place?: Place | undefined
}

/** What the pages get from where they are shown: files of a folder, or a server that updates them. */
export interface Host {
  /** Style sheets below assets/, in their order. */
  readonly styles: readonly string[]
  /** Let scripts run that authors wrote as raw HTML. */
  readonly scripts: boolean
  /** The script that keeps pages up to date, and the secret that lets scripts run; absent in a folder. */
  readonly live?: { readonly script: string; readonly nonce: string } | undefined
  readonly problem?: Problem | undefined
}

export interface Page {
  /** Path of the page in the preview. */
  readonly path: string
  readonly title: string
  /** BCP 47. */
  readonly language: string
  readonly body: readonly ElementContent[]
  /** Scripts below assets/ that the page needs; pages that show articles need none. */
  readonly scripts?: readonly string[]
  readonly className: string
  /** The page shows the content of an article, so it has the styles of the site. @default false */
  readonly showsArticle?: boolean
}

/** A whole page as HTML text. */
export function writeDocument(page: Page, host: Host): string {
  const { path, title, language, scripts = [], showsArticle = false } = page
  const { live } = host
  // Scripts stand before anything that an author wrote, so that no unclosed tag of theirs can reach a nonce.
  const head = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policy(page, host) }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'robots', content: 'noindex, nofollow' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('title', title),
    h('link', { rel: 'icon', href: 'data:,' }),
    ...(showsArticle ? siteStyles(host, path) : [COLOR_SCHEMES]),
    ...host.styles
      .filter((name) => !SITE_STYLES.includes(name))
      .map((name) => h('link', { rel: 'stylesheet', href: relativeUrl(path, assetPath(name)) })),
    ...scripts.map((name) =>
      h('script', { src: relativeUrl(path, assetPath(name)), defer: true, nonce: live?.nonce }),
    ),
    ...(live === undefined ? [] : [h('script', { type: 'module', src: live.script, nonce: live.nonce })]),
  ])
  const problem = host.problem === undefined ? [] : [problemOverlay(host.problem)]
  const body = h('body', { className: page.className }, [...page.body, ...problem])
  const tree = h(null, [
    { type: 'doctype' as const },
    h('html', { lang: language }, ['\n', head, '\n', body, '\n']),
  ])
  return `${toHtml(tree, { allowDangerousHtml: true })}\n`
}

/** The place stands where it can be opened, as that of a message on an article, and so nowhere else. */
function problemOverlay({ message, advice, place }: Problem): ElementContent {
  if (place === undefined) return overlayOf(message, [h('p', advice)])
  const { shown, line, column } = place
  return overlayOf(
    message.replace(`${shown}:${line}:${column}:`, () => `${basename(shown)}:`),
    [h('p', advice), h('p', { className: 'pv-soft' }, [editorLink(place)])],
  )
}

/** Where the theme is the author's, the page is as light or dark as that says. */
const COLOR_SCHEMES = h('meta', { name: 'color-scheme', content: 'light dark' })

/**
 * What a site lays over an article, in layers below the preview's own styles: whatever a theme says of `a` or `header`,
 * the preview's own line and column stay as they are.
 */
function siteStyles({ styles }: Host, path: string): ElementContent[] {
  const sheets = styles.filter((name) => SITE_STYLES.includes(name))
  const imports = sheets.map((name) => `@import url("${relativeUrl(path, assetPath(name))}") layer(site);`)
  return [...(sheets.includes(AUTHORS) ? [] : [COLOR_SCHEMES]), h('style', imports.join(' '))]
}

/**
 * Nothing in an article may act, and nothing may tell another host that a draft is read: no script but the
 * preview's own, no picture, frame or font from elsewhere. Inline styles stay, since readers will see them, too.
 * The configuration may let an author's inline scripts run; those of other hosts never load.
 *
 * A policy cannot forbid `<meta http-equiv="refresh">`, which an author may write as raw HTML.
 */
function policy({ scripts = [] }: Page, { live, scripts: isOpen }: Host): string {
  const own = live === undefined ? "'self'" : `'nonce-${live.nonce}'`
  const closed = scripts.length > 0 || live !== undefined ? own : "'none'"
  const directives = [
    "default-src 'none'",
    `script-src ${isOpen ? "'self' 'unsafe-inline'" : closed}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "frame-src 'self'",
    ...(live === undefined ? [] : ["connect-src 'self'"]),
    "base-uri 'none'",
    "form-action 'none'",
  ]
  return directives.join('; ')
}
