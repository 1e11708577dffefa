import path from 'node:path'
import type { Fix } from '../posts/rule.ts'
import type { Article } from './article.ts'
import type { GraphLink } from './graph.ts'

/** The address of one article in another, relative and with its ending, as Markdown takes it without `<>`. */
export function relativeLink(from: Article, to: Article, hash = ''): string {
  const relative = path.posix.relative(path.posix.dirname(from.path), to.path)
  const dotted = relative.startsWith('../') ? relative : `./${relative}`
  return dotted.replace(/[ ()<>%?#\\]/g, encodeCharacter) + hash.replace(/[ ()<>\\]/g, encodeCharacter)
}

/** Replaces the address of a link; `undefined` where it has no plain place in the file. */
export function fixAddress({ range, form }: GraphLink, text: string): Fix | undefined {
  // An autolink would lose its words, and raw HTML is published as it stands.
  if (range === undefined || form === 'autolink' || form === 'html') return undefined
  return { ...range, text }
}

function encodeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}
