import Table from 'cli-table3'
import pc from 'picocolors'
import { listChanges } from '../content/list-changes.ts'
import { fieldLabel } from '../fields/label.ts'
import type { FieldName } from '../fields/registry.ts'
import type { Revision, UserName } from '../site/types.ts'
import { harmless, printableLines } from './printable.ts'

interface Version {
  readonly revision: Revision
  readonly changed: readonly FieldName[]
  readonly isPublished: boolean
}

/** The versions of a post, the newest first, one a line; dates are the site's. */
export function versionsToTable(found: readonly Version[], authors: ReadonlyMap<number, UserName>): string {
  const [versions, users] = [harmless(found), harmless(authors)]
  const table = new Table({
    head: ['revision', 'saved', 'by', 'changed', ''],
    style: { head: [], border: [] },
  })
  versions.forEach(({ revision, changed, isPublished }, index) => {
    const notes = [...(index === 0 ? ['now'] : []), ...(isPublished ? ['as published from here'] : [])]
    table.push([
      String(revision.id),
      revision.date.replace('T', ' '),
      users.get(revision.author)?.name ?? `user ${revision.author}`,
      changed.map(fieldLabel).join(', '),
      notes.join(', '),
    ])
  })
  return table.toString()
}

/** What restoring changes in one text, line by line. */
export function restoreToText(name: FieldName, now: string, then: string): string {
  const changes = listChanges(printableLines(now).split('\n'), printableLines(then).split('\n'))
  const lines = changes.flatMap(({ kind, items }) => {
    if (kind === 'same') return []
    const [sign, colour] = kind === 'added' ? ['+', pc.green] : ['-', pc.red]
    return items.map((line) => `    ${colour(`${sign} ${line}`)}`)
  })
  return [`  ${fieldLabel(name)}:`, ...lines].join('\n')
}
