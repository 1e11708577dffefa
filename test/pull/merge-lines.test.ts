import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listChanges } from '../../src/content/list-changes.ts'
import { mergeLines } from '../../src/pull/merge-lines.ts'

const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 })

/** The merge with one of its sides where they cannot agree. */
function take(side: 'mine' | 'theirs', ...texts: Parameters<typeof mergeLines>): string[] {
  return mergeLines(...texts).flatMap((part) => (part.kind === 'settled' ? part.lines : part[side]))
}

test('what one side leaves as it was is as the other side has it', () => {
  fc.assert(
    fc.property(lines, lines, (base, edited) => {
      expect(take('mine', edited, base, base)).toEqual(edited)
      expect(take('theirs', base, base, edited)).toEqual(edited)
      expect(take('mine', edited, base, edited)).toEqual(edited)
      const kinds = [
        mergeLines(edited, base, base),
        mergeLines(base, base, edited),
        mergeLines(edited, base, edited),
      ]
      expect(kinds.flat().every(({ kind }) => kind === 'settled')).toBe(true)
    }),
  )
})

test('edits far from each other are both kept, those of one place are a conflict', () => {
  const base = ['1', '2', '3', '4', '5']
  expect(take('mine', ['0', '1', '2', '3', '4', '5'], base, ['1', '2', '3', '5'])).toEqual([
    '0',
    '1',
    '2',
    '3',
    '5',
  ])
  expect(mergeLines(['1', 'x', '3', '4', '5'], base, ['1', 'y', '3', '4', '5'])).toContainEqual({
    kind: 'conflict',
    mine: ['x'],
    theirs: ['y'],
  })
})

test('the changes between two lists lead from one to the other', () => {
  const long = fc.array(fc.nat(400).map(String), { maxLength: 900 })
  fc.assert(
    fc.property(fc.oneof(lines, long), fc.oneof(lines, long), (before, after) => {
      const changes = listChanges(before, after)
      const side = (without: string): string[] =>
        changes.flatMap(({ kind, items }) => (kind === without ? [] : items))
      expect(side('added')).toEqual(before)
      expect(side('removed')).toEqual(after)
      expect(changes.every(({ items }) => items.length > 0)).toBe(true)
      changes.forEach(({ kind }, index) => {
        expect(kind === changes[index + 1]?.kind).toBe(false)
      })
    }),
  )
})
