import pc from 'picocolors'
import { listChanges } from '../content/list-changes.ts'
import { listAll } from '../language/lists.ts'
import { say } from '../language/say.ts'
import type { AlteredField } from '../sync/types.ts'
import { oneLine } from './printable.ts'

/** One place where WordPress stored something else; either text may be empty. */
export interface Alteration {
  readonly sent: string
  readonly stored: string
}

/** The places of a text that WordPress changed on saving, in order, each tag or word as a whole. */
export function listAlterations({ sent, stored }: AlteredField): Alteration[] {
  const alterations: Alteration[] = []
  let isOpen = false
  for (const { kind, items } of listChanges(tokens(sent), tokens(stored))) {
    if (kind === 'same') {
      isOpen = false
      continue
    }
    const last = isOpen ? alterations.pop() : undefined
    const { sent: before = '', stored: after = '' } = last ?? {}
    const text = items.join('')
    alterations.push(
      kind === 'removed' ? { sent: before + text, stored: after } : { sent: before, stored: after + text },
    )
    isOpen = true
  }
  return alterations
}

/** What was lost, for people: `-` was sent, `+` is what stands there now. */
export function alteredToText(fields: readonly AlteredField[]): string {
  const lines = fields.flatMap((field) =>
    listAlterations(field).flatMap(({ sent, stored }) => [
      ...(sent === '' ? [] : [`      ${pc.red(`- ${oneLine(sent)}`)}`]),
      ...(stored === '' ? [] : [`      ${pc.green(`+ ${oneLine(stored)}`)}`]),
    ]),
  )
  const names = listAll(fields.map(({ name }) => name))
  return [
    `    ${say`WordPress changed the ${names} on saving, as it does for users without the right "unfiltered_html":`}`,
    ...lines,
  ].join('\n')
}

function tokens(text: string): string[] {
  return text.match(/<[^<>]*>|&[#\w]+;|[\p{L}\p{N}]+|[\s\S]/gu) ?? []
}
