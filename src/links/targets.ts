import path from 'node:path'
import type { Config } from '../config/types.ts'
import type { PostAddress } from '../posts/types.ts'
import { decodePercent } from '../standards/percent.ts'
import { trimEnd } from '../standards/trim.ts'
import { permalinkReader } from './read-permalink.ts'
import type { LinkTarget } from './types.ts'

/** Says what a link in an article means: `from` is the article's path relative to the project. */
export type LinkTargets = (url: string, from: string) => LinkTarget

/**
 * Makes the one function that understands links to articles in every form that authors use: path from the
 * article with or without `.md`, path from the project with it, slug, permalink of the site by id or slug, `?p=`. Japanese may be percent-encoded or
 * not, composed (NFC) or decomposed, as macOS names files.
 */
export function createLinkTargets(addresses: readonly PostAddress[], config: Config): LinkTargets {
  const byPath = new Map(addresses.map((address) => [address.path.normalize('NFC'), address]))
  const bySlug = new Map(addresses.map((address) => [decode(address.slug), address]))
  const byId = new Map(
    addresses.flatMap((address) => (address.id === undefined ? [] : [[address.id, address]])),
  )
  const readPermalink = permalinkReader(config.site.url, config.site.permalink)

  return (url, from) => {
    if (url.startsWith('#')) return { kind: 'anchor', hash: decodeHash(url) }
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase()
    if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return { kind: 'other', url }
    if (/^\/(?!\/)/.test(url)) return rootedTarget(url) ?? absoluteTarget(url)
    if (scheme !== undefined || url.startsWith('/')) return absoluteTarget(url)
    if (url.startsWith('?')) return absoluteTarget(`${config.site.url}/${url}`)
    return relativeTarget(url, from)
  }

  function absoluteTarget(url: string): LinkTarget {
    if (!URL.canParse(url, config.site.url)) return { kind: 'other', url }
    const absolute = new URL(url, config.site.url)
    const parts = readPermalink(absolute)
    if (parts === undefined) return { kind: 'external', url }
    const post = byId.get(parts.id ?? 0) ?? bySlug.get(decode(parts.slug ?? ''))
    if (post !== undefined) return { kind: 'post', key: post.key, hash: decodeHash(absolute.hash) }
    return { kind: 'own-site', url, isPost: parts.id !== undefined || parts.slug !== undefined }
  }

  /** `/posts/a.md`, a path from the project's root, as Zenn and Hugo write it; sites have no addresses that end so. */
  function rootedTarget(url: string): LinkTarget | undefined {
    const [file, hash] = splitAddress(url)
    const target = path.posix.join(decode(file).slice(1)).normalize('NFC')
    const post = byPath.get(target)
    if (post !== undefined) return { kind: 'post', key: post.key, hash: decodeHash(hash) }
    return target.endsWith('.md') ? { kind: 'missing', path: target } : undefined
  }

  function relativeTarget(url: string, from: string): LinkTarget {
    const [file, hash] = splitAddress(url)
    const name = trimEnd(decode(file), '/')
    const target = path.posix.join(path.posix.dirname(from), name).normalize('NFC')
    const post = byPath.get(target) ?? byPath.get(`${target}.md`) ?? bySlug.get(name.replace(/^\.\//, ''))
    if (file === '' || post === undefined) return { kind: 'missing', path: file === '' ? '' : target }
    return { kind: 'post', key: post.key, hash: decodeHash(hash) }
  }
}

/** The path of an address, and its fragment with the sign. */
function splitAddress(url: string): [file: string, hash: string] {
  const [, file = '', hash = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(url) ?? []
  return [file, hash]
}

function decodeHash(hash: string): string {
  return hash === '#' ? '' : decode(hash)
}

function decode(text: string): string {
  return decodePercent(text).normalize('NFC')
}
