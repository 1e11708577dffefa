import { DEFAULT_LANGUAGES } from '../config/schema.ts'
import type { Config } from '../config/types.ts'
import { type FieldKeys, FRONT_MATTER_FIELDS } from '../fields/front-matter.ts'
import type { KeyHelp } from '../fields/managed-field.ts'
import { type FrontMatterKey, OTHER_KEYS, type OtherKey } from '../posts/front-matter-keys.ts'
import { groupBy } from '../standards/group-by.ts'

/** As much of JSON Schema (draft 7, which YAML's language server reads) as is needed here. */
export interface JsonSchema {
  readonly [keyword: string]: unknown
}

/** What of a project its front matter depends on. */
export type ProjectOfSchema = Pick<Config, 'frontMatter' | 'categories' | 'tags' | 'languages' | 'series'>

/**
 * The JSON Schema of an article's front matter, for editors: they complete keys and values, show what a key is for, and
 * point out values that cannot be meant.
 *
 * It complains of nothing that `check` accepts, and knows nothing of what `check` alone can judge. Values may have any
 * scalar type, since Rensai takes them as they are written and editors tell `2025` from `"2025"`.
 *
 * @param project whose categories, tags, languages and series are offered, and whose own keys are known; none: what
 *   holds for every project
 */
export function frontMatterSchema(project?: ProjectOfSchema): JsonSchema {
  const keys = new Map<string, JsonSchema>([
    ...FRONT_MATTER_FIELDS.flatMap((field) => keysOf(field, project)),
    ...(Object.keys(OTHER_KEYS) as OtherKey[]).map((key): [string, JsonSchema] => [
      key,
      { ...describe(OTHER_KEYS[key]), ...otherValue(key, project) },
    ]),
  ])
  const { aliases, ignore } = project?.frontMatter ?? { aliases: {}, ignore: [] }
  const own = Object.entries(aliases) as [string, FrontMatterKey][]
  const ownProperties = own.map(([path, key]): Property => [path.split('.'), aliasOf(key, keys)])
  for (const key of ignore) keys.delete(key)
  // A title that lies in a map cannot be asked for alone, so then none is.
  const titles = ['title', ...own.flatMap(([path, key]) => (key === 'title' ? [path] : []))]
  const required = titles.some((path) => path.includes('.')) ? [] : titles
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Front matter of an article of Rensai',
    type: 'object',
    properties: nest([...[...keys].map(([key, schema]): Property => [[key], schema]), ...ownProperties]),
    ...(required.length > 1 ? { anyOf: required.map((title) => ({ required: [title] })) } : { required }),
  }
}

/** A key, or the names of maps and the key in the last of them, with what it takes. */
type Property = readonly [path: readonly string[], schema: JsonSchema]

function nest(properties: readonly Property[]): JsonSchema {
  const groups = groupBy(properties, ([[name = '']]) => name)
  return Object.fromEntries(
    [...groups].map(([name, group]) => {
      const below = group.flatMap(([[, ...rest], schema]): Property[] =>
        rest.length === 0 ? [] : [[rest, schema]],
      )
      const [here] = group.flatMap(([path, schema]) => (path.length === 1 ? [schema] : []))
      // A map that has keys of its own may be anything else, too, where another program reads it.
      return [name, here ?? { properties: nest(below) }]
    }),
  )
}

function keysOf(field: FieldKeys, project: ProjectOfSchema | undefined): [string, JsonSchema][] {
  const { key, aliases, instead = [], help } = field
  const schema = { ...describe(help), ...takenBy(field, project) }
  return [
    [key, schema],
    ...instead.map((other): [string, JsonSchema] => [other, schema]),
    ...aliases.map((other): [string, JsonSchema] => [
      other,
      { ...schema, deprecationMessage: `Write "${key}".` },
    ]),
  ]
}

/** Editors that know Markdown show both languages. */
function describe({ en, ja }: KeyHelp): JsonSchema {
  return { description: en, markdownDescription: `${en}\n\n${ja}` }
}

/** Under another name a status can be said by yes or no, as Zenn and Hugo do. */
function aliasOf(meant: FrontMatterKey, keys: ReadonlyMap<string, JsonSchema>): JsonSchema {
  const { anyOf, ...schema } = keys.get(meant) ?? {}
  if (meant !== 'status' || !Array.isArray(anyOf))
    return { ...schema, ...(anyOf === undefined ? {} : { anyOf }) }
  return { ...schema, anyOf: [{ type: 'boolean' }, ...anyOf] }
}

/** Any scalar, and none at all; named by what it is not, since editors offer `true`, `false` and `null` for types. */
const TEXT = { not: { type: ['object', 'array'] } }

function takenBy(
  { key, takes, pattern }: FieldKeys,
  { categories = [], tags = [] }: Partial<ProjectOfSchema> = {},
): JsonSchema {
  if (typeof takes === 'object') return closed(takes.values)
  if (takes === 'text') {
    if (pattern !== undefined) return { type: ['string', 'null'], pattern }
    return key === 'title' ? { not: { type: ['object', 'array', 'null'] } } : TEXT
  }
  const names = key === 'categories' ? categories.map(({ name }) => name) : [...tags]
  // Hexo writes the way down to a category as a list in the list.
  const items = { not: { type: 'object' }, ...examples(names) }
  return { not: { type: 'object' }, items }
}

/** One of a few values, or nothing, which leaves the key out. */
function closed(values: readonly string[]): JsonSchema {
  const isFlag = values.every((value) => value === 'true' || value === 'false')
  // In quotation marks a flag is right, too, but nothing to offer.
  const some = isFlag
    ? [{ type: 'boolean' }, { type: 'string', pattern: `^\\s*(?:${values.join('|')})\\s*$` }]
    : [{ enum: values }]
  return { anyOf: [...some, { type: 'null' }] }
}

function otherValue(key: OtherKey, project: ProjectOfSchema | undefined): JsonSchema {
  switch (key) {
    case 'id':
      return {
        anyOf: [
          { type: 'integer', minimum: 1 },
          { type: 'string', pattern: '^\\s*[1-9]\\d{0,15}\\s*$' },
          { type: 'null' },
        ],
      }
    case 'lang':
      return { ...TEXT, ...examples(Object.keys(project?.languages ?? DEFAULT_LANGUAGES)) }
    case 'series':
      return { ...TEXT, ...examples((project?.series ?? []).map(({ name }) => name)) }
    case 'pair':
      return TEXT
    case 'pulled':
      // Nobody writes it by hand.
      return { ...TEXT, doNotSuggest: true }
  }
}

/** Values to offer, which are not the only ones. */
function examples(values: readonly string[]): JsonSchema {
  return values.length === 0 ? {} : { examples: values }
}
