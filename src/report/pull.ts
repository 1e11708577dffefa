import pc from 'picocolors'
import { fieldLabel } from '../fields/label.ts'
import type { FieldName } from '../fields/registry.ts'
import { count } from './count.ts'

/** What became of one post that was brought here. */
export interface PulledFile {
  readonly path: string
  readonly slug: string
  readonly id: number
  readonly action: 'created' | 'updated' | 'conflict' | 'same' | 'refused' | 'notes'
  /** What was edited on the site. */
  readonly fields: readonly FieldName[]
  /** Places that both sides changed. */
  readonly conflicts: number
}

/** One post in a line, and what to do about it. */
export function pulledToText({ path, id, action, fields, conflicts }: PulledFile): string {
  const names = fields.map(fieldLabel).join(', ')
  switch (action) {
    case 'created':
      return `  ${pc.green('+')} ${path}: post ${id}`
    case 'updated':
      return `  ${pc.yellow('~')} ${path}: ${names} as edited in wp-admin`
    case 'conflict':
      return `  ${pc.red('!')} ${path}: ${names}; ${count(conflicts, 'place')} edited on both sides. Settle what stands between <<<<<<< and >>>>>>>, then publish.`
    case 'same':
      return `  = ${path}: as on the site`
    case 'notes':
      return `  ${pc.red('!')} ${path}: post ${id} has notes that Markdown cannot hold: one that nothing refers to, one with more than text, or a reference inside a block that is kept as markup. No file is written; mend the note in wp-admin, then pull again`
    case 'refused':
      return `  ${pc.red('!')} ${path} is there already and holds something else. To write over it: --overwrite`
  }
}
