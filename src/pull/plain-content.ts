import { decodeHTML } from 'entities'
import { noteId } from '../constructs/footnotes/core.ts'
import { inPlainNotes, type Noted } from '../content/core-notes.ts'
import type { ContentTemplate } from '../render/types.ts'
import { withPlainEnds } from './line-ends.ts'

/** Gives a post's content with its notes as linked list, whose labels are the same in every version of the post. */
export type ToPlain = (noted: Noted) => string | undefined

/** Numbers that the notes of a lost article may have had as labels. */
const LIKELY = 200

/**
 * Makes what brings the notes of the core footnotes block into the form that sites without it have.
 *
 * Ids that were made of a label of the article, or of a number, get that label again; other notes get the next
 * number that is free.
 *
 * @param key of the article
 * @param own its content as it is rendered for sites without the block
 */
export function createToPlain(key: string, own: ContentTemplate): ToPlain {
  const labels = [...own.matchAll(/ id="fn-([^"]*)">↑/g)].map(([, label = '']) => label)
  const names = new Map(labels.map((label) => [noteId(key, `fn-${decodeHTML(label)}`), label]))
  const taken = new Set(labels)
  const nameAll = (ids: readonly string[]): string[] => {
    for (let number = 1; number <= LIKELY; number += 1) {
      const id = noteId(key, `fn-${number}`)
      if (!ids.includes(id) || names.has(id)) continue
      names.set(id, String(number))
      taken.add(String(number))
    }
    return ids.map((id) => {
      const label = names.get(id) ?? freeNumber(taken)
      names.set(id, label)
      taken.add(label)
      return label
    })
  }
  return (noted) => {
    const content = inPlainNotes(noted, nameAll)
    // Browsers send the text of the classic editor with such line ends (HTML Living Standard, 4.10.11.6).
    return content === undefined ? undefined : withPlainEnds(content)
  }
}

function freeNumber(taken: ReadonlySet<string>): string {
  let number = 1
  while (taken.has(String(number))) number += 1
  return String(number)
}
