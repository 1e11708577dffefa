import type { ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { assetPath, relativeUrl } from './addresses.ts'

/** Something that is wrong with the whole folder. */
export interface Problem {
  readonly message: string
  readonly advice: string
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
}

/** A whole page as HTML text. */
export function writeDocument(page: Page, host: Host): string {
  const { path, title, language, scripts = [] } = page
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
    ...host.styles.map((name) => h('link', { rel: 'stylesheet', href: relativeUrl(path, assetPath(name)) })),
    ...scripts.map((name) =>
      h('script', { src: relativeUrl(path, assetPath(name)), defer: true, nonce: live?.nonce }),
    ),
    ...(live === undefined ? [] : [h('script', { type: 'module', src: live.script, nonce: live.nonce })]),
  ])
  const problem =
    host.problem === undefined
      ? []
      : [
          h('section', { className: 'pv-overlay', role: 'alert' }, [
            h('h2', host.problem.message),
            h('p', host.problem.advice),
          ]),
        ]
  const body = h('body', { className: page.className }, [...page.body, ...problem])
  const tree = h(null, [
    { type: 'doctype' as const },
    h('html', { lang: language }, ['\n', head, '\n', body, '\n']),
  ])
  return `${toHtml(tree, { allowDangerousHtml: true })}\n`
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
