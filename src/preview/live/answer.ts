import { readFile } from 'node:fs/promises'
import { h } from 'hastscript'
import type { JudgedArticle } from '../../judge/types.ts'
import { spokenLanguage } from '../../language/language.ts'
import { say } from '../../language/say.ts'
import type { ImageFile } from '../../posts/types.ts'
import { decodePercent } from '../../standards/percent.ts'
import { articlePath, assetPath, INDEX, mediaPath, pairPath, relativeUrl } from '../addresses.ts'
import { articlePage } from '../article-page.ts'
import type { Assets } from '../assets.ts'
import { type Host, writeDocument } from '../document.ts'
import { indexPage } from '../index-page.ts'
import { pairPage } from '../pair-page.ts'
import { pairOf } from '../pairs.ts'
import type { Snapshot } from '../snapshot.ts'
import { makeThumbnail, pictureOfThumbnail } from '../thumbnails.ts'

/** What the server sends for an address of the preview. */
export interface Answer {
  readonly status: 200 | 404
  readonly type: string
  readonly body: string | Uint8Array
}

/** What a preview is answered from. */
export interface LiveSite {
  readonly snapshot: Snapshot
  readonly assets: Assets
  readonly host: Host
}

const HTML = 'text/html; charset=utf-8'

/**
 * Makes the one page, picture or style sheet that was asked for.
 *
 * @param pathname path of the request, percent-encoded, `/`-rooted
 * @returns `undefined` for what is no address of the preview
 */
export async function answer(pathname: string, site: LiveSite): Promise<Answer | undefined> {
  const name = decodePercent(pathname.slice(1)) || INDEX
  if (name.endsWith('.html')) return answerPage(name, site)
  const asset = [...site.assets.files].find(([asset]) => assetPath(asset) === name)
  if (asset !== undefined)
    return answerFile(asset[1], asset[0].endsWith('.css') ? 'text/css' : 'text/javascript')
  const original = pictureOfThumbnail(name, site.snapshot)
  if (original !== undefined) {
    const body = await makeThumbnail(original)
    return body === undefined ? undefined : { status: 200, type: 'image/webp', body }
  }
  const media = listMedia(site.snapshot).find((one) => mediaPath(one) === name)
  return media === undefined ? undefined : answerFile(media.absolutePath, media.mimeType)
}

function answerPage(name: string, { snapshot, host }: LiveSite): Answer {
  if (name === INDEX) return { status: 200, type: HTML, body: indexPage(snapshot, host) }
  const articles = [...snapshot.articles.values()]
  const article = articles.find(({ key }) => articlePath(key) === name)
  if (article !== undefined) return { status: 200, type: HTML, body: articlePage(article, snapshot, host) }
  const pair = articles.find(({ key }) => pairPath(key) === name)
  const members: readonly JudgedArticle[] = pair === undefined ? [] : pairOf(pair, snapshot)
  if (members.length > 0) return { status: 200, type: HTML, body: pairPage(members, snapshot, host) }
  return { status: 404, type: HTML, body: missingPage(name, host) }
}

/** Stands for an article that is gone, and comes to life when it returns. */
function missingPage(name: string, host: Host): string {
  const body = [
    h('main', [
      h('h1', say`There is no such article`),
      h('p', say`${name} may have been renamed or removed.`),
      h('p', [h('a', { href: relativeUrl(name, INDEX), target: '_top' }, say`All articles`)]),
    ]),
  ]
  const title = say`There is no such article`
  return writeDocument(
    { path: name, title, language: spokenLanguage(), className: 'pv-page-index', body },
    host,
  )
}

function listMedia({ articles }: Snapshot): ImageFile[] {
  return [...articles.values()].flatMap(({ rendered, lastGood }) => (rendered ?? lastGood)?.media ?? [])
}

async function answerFile(file: string, type: string): Promise<Answer | undefined> {
  try {
    return { status: 200, type, body: await readFile(file) }
  } catch {
    // A picture can be removed while a page still shows it.
    return undefined
  }
}
