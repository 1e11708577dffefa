import { groupBy } from '../standards/group-by.ts'

/** One setting of wp.config.json that was chosen for a folder, and why. */
export interface Choice {
  /** Its place there: `frontMatter.status` is `['frontMatter', 'status']`. */
  readonly path: readonly string[]
  readonly value: unknown
  /** In a sentence. */
  readonly why: string
}

type Setting = Pick<Choice, 'path' | 'value'>

/** What the choices make together: wp.config.json as an author writes it. */
export function toSettings(choices: readonly Setting[]): Record<string, unknown> {
  const groups = groupBy(choices, ({ path }) => path[0] ?? '')
  return Object.fromEntries([...groups].map(([name, group]) => [name, together(group)]))
}

/** Two choices may each know of some keys or names. */
function together(group: readonly Setting[]): unknown {
  const below = group.map(({ path, value }) => ({ path: path.slice(1), value }))
  if (below.some(({ path }) => path.length > 0)) return toSettings(below)
  const values = below.map(({ value }) => value)
  return values.every(Array.isArray) ? values.flat() : values.at(-1)
}
