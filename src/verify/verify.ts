import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { say } from '../language/say.ts'
import type { RemotePost } from '../site/types.ts'
import { inTurns } from '../standards/in-turns.ts'
import { decodePercent } from '../standards/percent.ts'
import { visit } from '../standards/visit.ts'
import { type PublicAnswer, PublicPages } from './public-pages.ts'

/** What visitors get of one post. */
export interface Verification {
  readonly slug: string
  readonly link: string
  readonly status: 'ok' | 'failed' | 'skipped'
  /** What is wrong, or why it was not looked at; each within a list. */
  readonly notes: readonly string[]
}

/** More at once would only queue up on a small server. */
const AT_ONCE = 4

/**
 * Looks at posts as a visitor does: does each answer at its permalink, do its pictures load, do its links to
 * this site lead somewhere, are the sections there that it links to?
 *
 * @param posts as the site has them now; those that are not public are skipped
 */
export async function verifyPosts(posts: readonly RemotePost[]): Promise<Verification[]> {
  const pages = new PublicPages()
  return await inTurns(AT_ONCE, posts, (post) => verifyPost(post, pages))
}

async function verifyPost(post: RemotePost, pages: PublicPages): Promise<Verification> {
  const { slug, link, status } = post
  if (status !== 'publish') return { slug, link, status: 'skipped', notes: [say`its status is ${status}`] }
  const page = await pages.get(link)
  const shown = readReferences(page.html, link)
  const written = readReferences(post.content, link)
  const uploads = shown.pictures.filter((url) => sameHost(url, link))
  const notes = [
    ...judgePage(page, link, shown.canonical),
    ...(await judgeEach([...written.pictures, ...uploads], async (url) =>
      judgePicture(url, await pages.get(url)),
    )),
    ...(await judgeEach(
      written.links.filter((url) => sameHost(url, link)),
      async (url) => judgeLink(url, await pages.get(url)),
    )),
  ]
  return { slug, link, status: notes.length === 0 ? 'ok' : 'failed', notes }
}

function judgePage(page: PublicAnswer, link: string, canonical: string | undefined): string[] {
  if (page.status === undefined) return [say`its address gives no answer`]
  if (page.status !== 200) return [say`its address answers ${page.status}`]
  if (page.redirected) return [say`its address redirects to ${page.url}`]
  if (canonical === undefined || canonical === link) return []
  return [say`its page says that its address is ${canonical}`]
}

function judgePicture(url: string, answer: PublicAnswer): string[] {
  if (answer.status === undefined) return [say`the picture ${url} gives no answer`]
  if (answer.status !== 200) return [say`the picture ${url} answers ${answer.status}`]
  return answer.contentType.startsWith('image/') ? [] : [say`${url} is no picture but ${answer.contentType}`]
}

function judgeLink(url: string, answer: PublicAnswer): string[] {
  if (answer.status === undefined) return [say`the link ${url} gives no answer`]
  if (answer.status !== 200) return [say`the link ${url} answers ${answer.status}`]
  const hash = decodePercent(new URL(url).hash.slice(1))
  if (hash === '' || readReferences(answer.html, url).ids.has(hash)) return []
  return [say`the link ${url} names a section that is not there`]
}

async function judgeEach(
  urls: readonly string[],
  judge: (url: string) => Promise<string[]>,
): Promise<string[]> {
  const notes: string[] = []
  for (const url of new Set(urls)) notes.push(...(await judge(url)))
  return notes
}

interface References {
  readonly pictures: readonly string[]
  readonly links: readonly string[]
  readonly ids: ReadonlySet<string>
  readonly canonical: string | undefined
}

/** What an HTML text points at, in absolute addresses, and what can be pointed at in it. */
function readReferences(html: string, base: string): References {
  const pictures: string[] = []
  const links: string[] = []
  const ids = new Set<string>()
  let canonical: string | undefined
  visit(fromHtml(html, { fragment: true }), 'element', ({ tagName, properties }: Element) => {
    if (properties.id !== undefined) ids.add(String(properties.id))
    if (tagName === 'a' && properties.name !== undefined) ids.add(String(properties.name))
    const url = toAbsolute(tagName === 'img' ? properties.src : properties.href, base)
    if (url === undefined) return
    if (tagName === 'img') pictures.push(url)
    if (tagName === 'a') links.push(url)
    if (tagName === 'link' && String(properties.rel) === 'canonical') canonical = url
  })
  return { pictures, links, ids, canonical }
}

function toAbsolute(value: unknown, base: string): string | undefined {
  if (typeof value !== 'string' || !URL.canParse(value, base)) return undefined
  const url = new URL(value, base)
  return /^https?:$/.test(url.protocol) ? url.href : undefined
}

function sameHost(url: string, other: string): boolean {
  return new URL(url).host === new URL(other).host
}
