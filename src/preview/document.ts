import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'

/**
 * Scripts run only from the preview's own file, never from an article: what an author quotes or pastes must
 * not act. Pictures and frames of other hosts stay out, so that a draft tells nobody that it is read.
 */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; media-src 'self'; base-uri 'none'; form-action 'none'"

/** A whole page as HTML text. */
export function writeDocument(
  title: string,
  language: string,
  body: ElementContent[],
  script?: string,
): string {
  const head: Element = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: POLICY }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'robots', content: 'noindex' }),
    h('title', title),
    h('link', { rel: 'stylesheet', href: 'preview.css' }),
    ...(script === undefined ? [] : [h('script', { src: script, defer: true })]),
  ])
  const banner = h('p', { className: 'draft' }, 'Draft preview — not published')
  const page = h('html', { lang: language }, [head, h('body', [banner, ...body])])
  return `<!doctype html>\n${toHtml(page, { allowDangerousHtml: true })}\n`
}
