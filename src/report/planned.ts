import { fieldLabel } from '../fields/label.ts'
import { listItems, listParts } from '../language/lists.ts'
import { say } from '../language/say.ts'
import { type Change, kindOf } from '../sync/changes/registry.ts'
import type { Plan } from '../sync/plan-types.ts'
import type { Conflict } from '../sync/types.ts'

/** What publishing would do with each article, in a few words, by key. */
export function plannedByKey({
  changes,
  unchanged,
  drift,
  conflicts,
  refused,
}: Plan): ReadonlyMap<string, string> {
  const words = [
    ...changes.flatMap((change): [string, string][] => planned(change)),
    ...unchanged.map(({ key }): [string, string] => [key, say`unchanged`]),
    ...drift.map(({ key, fields }): [string, string] => [
      key,
      say`${listItems(fields.map(fieldLabel))} edited in wp-admin, left alone`,
    ]),
    ...conflicts.map((conflict): [string, string] => [conflict.key, say`conflict: ${because(conflict)}`]),
    ...refused.map(({ key, error }): [string, string] => [key, say`refused: ${error.message}`]),
  ]
  const byKey = new Map<string, string>()
  for (const [key, text] of words) {
    const before = byKey.get(key)
    byKey.set(key, before === undefined ? text : listParts([before, text]))
  }
  return byKey
}

function planned(change: Change): [string, string][] {
  if (!('after' in change)) return []
  const { sign, detail } = kindOf(change).describe(change)
  return [[change.after.key, sign === '+' ? say`create` : say`update ${detail}`]]
}

function because({ reason, fields }: Conflict): string {
  switch (reason) {
    case 'both-edited':
      return say`${listItems(fields.map(fieldLabel))} edited here and in wp-admin`
    case 'unmanaged':
      return say`not published from here`
    case 'slug-taken':
      return say`the slug is taken`
    case 'foreign':
      return say`another user's post`
    case 'picture-unread':
      return say`a picture of its post cannot be read`
  }
}
