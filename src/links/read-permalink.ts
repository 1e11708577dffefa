import { own } from '../standards/own.ts'
import { decodePercent } from '../standards/percent.ts'

/** What an own-site address says about the post it belongs to. */
export interface PermalinkParts {
  readonly id: number | undefined
  readonly slug: string | undefined
}

/** The permalink structure tags of WordPress (WP_Rewrite::$rewritecode) as regular expressions. */
const TAGS: Readonly<Record<string, string>> = {
  '%year%': '\\d{4}',
  '%monthnum%': '\\d{1,2}',
  '%day%': '\\d{1,2}',
  '%hour%': '\\d{1,2}',
  '%minute%': '\\d{1,2}',
  '%second%': '\\d{1,2}',
  '%post_id%': '(?<id>\\d+)',
  '%postname%': '(?<slug>[^/]+)',
  '%category%': '.+?',
  '%author%': '[^/]+',
}

/**
 * Makes a reader of the site's permalinks.
 *
 * @param siteUrl address of the site, possibly in a subfolder
 * @param structure permalink structure as in wp-admin, `/archives/%post_id%`
 * @returns a function that takes an absolute address and gives its post's id or slug; `undefined` where the
 *   address is not on the site (http or https, with or without www); both parts `undefined` where it is, but
 *   is not a post's permalink
 */
export function permalinkReader(
  siteUrl: string,
  structure: string,
): (url: URL) => PermalinkParts | undefined {
  const site = new URL(siteUrl)
  const base = site.pathname.replace(/\/+$/, '')
  const pattern = new RegExp(
    `^${structure
      .replace(/\/+$/, '')
      .split(/(%[a-z_]+%)/)
      .map(toPattern)
      .join('')}/?$`,
    'u',
  )
  return (url) => {
    if (bareHost(url) !== bareHost(site) || !`${url.pathname}/`.startsWith(`${base}/`)) return undefined
    const query = url.searchParams.get('p')
    if (query !== null && /^\d+$/.test(query)) return { id: Number(query), slug: undefined }
    const groups = pattern.exec(decodePercent(url.pathname.slice(base.length)))?.groups
    return { id: groups?.id === undefined ? undefined : Number(groups.id), slug: groups?.slug }
  }
}

function toPattern(part: string): string {
  return own(TAGS, part) ?? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function bareHost(url: URL): string {
  return url.host.replace(/^www\./, '')
}
