import type { Config } from '../config/types.ts'
import { cleanTermName, termKey } from './terms.ts'

export type Category = NonNullable<Config['categories']>[number]

const BELOW = ' > '

/** A name and the path before it: `A > B > C` is C in `A > B`. */
export function splitPath(path: string): { readonly name: string; readonly parentPath: string | undefined } {
  const at = path.lastIndexOf(BELOW)
  return at === -1
    ? { name: path, parentPath: undefined }
    : { name: path.slice(at + BELOW.length), parentPath: path.slice(0, at) }
}

/** Whether two paths name one category as far as the shorter one tells. */
export function agree(a: string, b: string): boolean {
  const [short = [], long = []] = [a, b]
    .map((path) => path.split(BELOW).map(termKey).reverse())
    .sort((one, other) => one.length - other.length)
  return short.every((name, index) => name === long[index])
}

/** Real lists hold names that differ in case alone; a name is taken for another only where none is written so. */
export function byName<T extends { readonly name: string }>(
  text: string,
  named: readonly T[],
): T | undefined {
  return (
    named.find(({ name }) => cleanTermName(name) === cleanTermName(text)) ??
    named.find(({ name }) => termKey(name) === termKey(text))
  )
}

/** The whole path of the parent of a configured category; a parent that is not on the list begins it. */
export function parentPathOf(
  category: Category,
  categories: readonly Category[],
  below: readonly Category[] = [],
): string | undefined {
  const { parent } = category
  if (parent === undefined) return undefined
  // A circle in the configuration ends where it closes.
  const others = categories.filter((other) => other !== category && !below.includes(other))
  const { name, parentPath } = splitPath(parent)
  const above =
    byName(parent, others) ??
    byName(
      name,
      others.filter((other) => agree(other.parent ?? '', parentPath ?? '')),
    )
  if (above === undefined) return parent
  const rest = parentPathOf(above, categories, [...below, category])
  return rest === undefined ? above.name : rest + BELOW + above.name
}
