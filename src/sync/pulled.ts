import { FIELD_NAMES, type FieldName } from '../fields/registry.ts'

/**
 * The note that `pull` leaves in the front matter of an article when it takes an edit over from the site:
 * `content 1f2e3d4c..99aabbcc, title …`, the hash of the field as last published and as it was found. As long as the
 * site has exactly these two, the file was made from what is there, and may be published without `--overwrite`.
 */
export function writePulled(changes: ReadonlyMap<FieldName, string>): string {
  return [...changes].map(([name, change]) => `${name} ${change}`).join(', ')
}

/** Reads the note; whatever is not one counts for nothing. */
export function readPulled(text: string | undefined): Map<FieldName, string> {
  const entries = (text ?? '').split(',').flatMap((part): [FieldName, string][] => {
    const [, word = '', change = ''] = /^\s*(\w+) ([0-9a-f]*\.\.[0-9a-f]{8})\s*$/.exec(part) ?? []
    const name = FIELD_NAMES.find((candidate) => candidate === word)
    return name === undefined ? [] : [[name, change]]
  })
  return new Map(entries)
}

/** One field's part of the note. */
export function pulledChange(base: string | undefined, found: string): string {
  return `${base ?? ''}..${found}`
}

/** The hash of what the file took over since it was last published; `undefined` where the note is of another time. */
export function takenOver(change: string | undefined, base: string | undefined): string | undefined {
  const [before, found] = change?.split('..') ?? []
  return before === (base ?? '') ? found : undefined
}
