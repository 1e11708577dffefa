import { decodePercent } from '../../standards/percent.ts'
import { findHtmlAddresses } from '../html-addresses.ts'
import type { Answer } from './request.ts'
import type { FragmentFate } from './result.ts'

/**
 * Says which of the fragments a fetched page has, as browsers look for them: by id, then by an `a`'s name
 * (HTML Living Standard, 7.4.6.4).
 *
 * @param fragments as written in links, without `#`
 * @returns `unknown` for all of them where the page is no HTML or too long to read
 */
export function findFragments(
  { body, headers }: Answer,
  fragments: readonly string[],
): Record<string, FragmentFate> {
  const type = headers['content-type'] ?? 'text/html'
  if (body === undefined || !/\bx?html\b/i.test(type)) {
    return Object.fromEntries(fragments.map((fragment) => [fragment, 'unknown']))
  }
  // Its tags are enough: a tree of a page that is nested on purpose would take minutes.
  const ids = new Set(findHtmlAddresses(decodePage(body, type)).ids)
  return Object.fromEntries(
    fragments.map((fragment) => {
      const id = decodePercent(fragment)
      // GitHub and others put a prefix on ids that users wrote, and take it off again by script.
      const isThere = [fragment, id, `user-content-${id}`].some((name) => ids.has(name))
      return [fragment, isThere ? 'found' : 'missing']
    }),
  )
}

/** A fragment names a place in the page, unless it is a text fragment, a script's route or the top. */
export function namesPlace(fragment: string): boolean {
  return fragment !== '' && fragment.toLowerCase() !== 'top' && !/^(?::~:|!|\/)/.test(fragment)
}

/** By the charset of the header, else of the page's first bytes (HTML Living Standard, 13.2.3.2), else UTF-8. */
function decodePage(body: Buffer, type: string): string {
  const head = body.subarray(0, 1024).toString('latin1')
  const charset = /charset\s*=\s*["']?([\w-]+)/i
  const label = (charset.exec(type) ?? charset.exec(head))?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(label).decode(body)
  } catch (error) {
    if (error instanceof RangeError) return body.toString('utf8')
    throw error
  }
}
