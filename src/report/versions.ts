import Table from 'cli-table3'
import pc from 'picocolors'
import { listChanges } from '../content/list-changes.ts'
import { fieldLabel } from '../fields/label.ts'
import type { FieldName } from '../fields/registry.ts'
import { toDateText } from '../language/dates.ts'
import { listItems } from '../language/lists.ts'
import { say } from '../language/say.ts'
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
    head: [say`revision`, say`saved`, say`by`, say`changed`, ''],
    style: { head: [], border: [] },
  })
  versions.forEach(({ revision, changed, isPublished }, index) => {
    const notes = [...(index === 0 ? [say`now`] : []), ...(isPublished ? [say`as published from here`] : [])]
    table.push([
      String(revision.id),
      toDateText(revision.date),
      users.get(revision.author)?.name ?? say`user ${revision.author}`,
      listItems(changed.map(fieldLabel)),
      listItems(notes),
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
