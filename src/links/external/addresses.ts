import type { VFile } from 'vfile'
import type { Config } from '../../config/types.ts'
import { globMatcher } from '../../limits/patterns.ts'
import type { GraphLink, LinkGraph } from '../graph.ts'
import { namesPlace } from './fragments.ts'

/** A link to an address that is not an article here. */
export interface Use {
  readonly file: VFile
  readonly link: GraphLink
  /** Without `#`, as written; the empty string where the link names no place in the page. */
  readonly fragment: string
}

/** An address without its fragment, and the links that lead to it. */
export interface ExternalAddress {
  readonly url: URL
  readonly fragments: readonly string[]
  readonly uses: readonly Use[]
}

/**
 * Lists the addresses to probe, each once, in the order of the articles: those of other sites, and those of
 * the own site that no article here claims.
 */
export function listExternalAddresses(graph: LinkGraph, config: Config): ExternalAddress[] {
  const { ignore } = config.externalLinks.check
  // Dots and slashes mean nothing in an address that a pattern should stop at, except where it says so.
  const isIgnored = globMatcher(ignore, 'externalLinks.check.ignore', { dot: true, nonegate: true })
  const found = new Map<string, { url: URL; fragments: Set<string>; uses: Use[] }>()
  for (const { source, links } of graph.values()) {
    for (const link of links) {
      const { kind } = link.target
      if ((kind !== 'external' && kind !== 'own-site') || !URL.canParse(link.url, config.site.url)) continue
      const url = new URL(link.url, config.site.url)
      const fragment = url.hash.slice(1)
      url.hash = ''
      if (!/^https?:$/.test(url.protocol) || isIgnored(url.href) || isIgnored(url.host)) continue
      const entry = found.get(url.href) ?? { url, fragments: new Set(), uses: [] }
      found.set(url.href, entry)
      if (namesPlace(fragment)) entry.fragments.add(fragment)
      entry.uses.push({ file: source.file, link, fragment })
    }
  }
  return [...found.values()].map(({ url, fragments, uses }) => ({ url, fragments: [...fragments], uses }))
}
