import pc from 'picocolors'
import { fieldLabel } from '../fields/label.ts'
import type { FieldName } from '../fields/registry.ts'
import { commandLine } from '../installation.ts'
import { count } from '../language/count.ts'
import { listItems } from '../language/lists.ts'
import { say } from '../language/say.ts'
import type { FaultyArticle } from '../sync/folder.ts'
import { harmless } from './printable.ts'

/** What became of one post that was brought here. */
export interface PulledFile {
  readonly path: string
  readonly slug: string
  readonly id: number
  /**
   * `refused`: another file is in the way; `left`: the file is as it was, see `reason` and `withheld`; `missed`:
   * the post has no file here.
   */
  readonly action: 'created' | 'updated' | 'conflict' | 'same' | 'refused' | 'left' | 'missed'
  /** What was edited on the site and is in the file now. */
  readonly fields: readonly FieldName[]
  /** Places that both sides changed. */
  readonly conflicts: number
  /** What of the site is not in the file, and why. */
  readonly withheld: readonly { readonly fields: readonly FieldName[]; readonly reason: string }[]
  /** Why nothing of the post is in a file. */
  readonly reason?: string
}

/** True where something of the site is not here, or is not settled. */
export function needsAttention({ action, withheld }: PulledFile): boolean {
  return ['conflict', 'refused', 'left', 'missed'].includes(action) || withheld.length > 0
}

/** One post in a line, what was not brought of it in further ones, and what to do about it. */
export function pulledToText(pulled: PulledFile): string {
  const file = harmless(pulled)
  const lines = file.withheld.map(
    ({ fields, reason }) =>
      `      ${pc.red('!')} ${say`${listItems(fields.map(fieldLabel))} not brought: ${reason}`}`,
  )
  return [firstLine(file), ...lines].join('\n')
}

/** The articles that nobody can compare with the site. */
export function faultyToText(faulty: readonly Pick<FaultyArticle, 'path'>[]): string {
  const names = listItems(harmless(faulty.map(({ path }) => path)))
  const text = say`not compared, since with an error: ${names}. ${commandLine('check --strict')} says what it is.`
  return `  ${pc.red('!')} ${text}`
}

function firstLine({ path, slug, id, action, fields, conflicts, reason }: PulledFile): string {
  const names = listItems(fields.map(fieldLabel))
  const [plus, changed, attention] = [pc.green('+'), pc.yellow('~'), pc.red('!')]
  switch (action) {
    case 'created':
      return `  ${plus} ${say`${path}: post ${id}`}`
    case 'updated':
      return `  ${changed} ${say`${path}: ${names} as edited in wp-admin`}`
    case 'conflict':
      return `  ${attention} ${say`${path}: ${names}; ${count(conflicts, 'place')} edited on both sides. Settle what stands between <<<<<<< and >>>>>>>, then publish.`}`
    case 'same':
      return `  = ${say`${path}: as on the site`}`
    case 'left':
      return `  ${attention} ${
        reason === undefined
          ? say`${path} is left as it is: post ${id}`
          : say`${path} is left as it is: post ${id}, ${reason}`
      }`
    case 'missed':
      return `  ${attention} ${say`post ${id}, "${slug}", is not brought: ${reason ?? ''}`}`
    case 'refused':
      return `  ${attention} ${say`${path} is there already and holds something else. To write over it: --overwrite`}`
  }
}
