import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Ajv } from 'ajv'
import { glob } from 'tinyglobby'
import { expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { check } from '../../src/commands/check.ts'
import { loadConfig, readConfigOf } from '../../src/config/load.ts'
import { frontMatterSchema, type ProjectOfSchema } from '../../src/editors/front-matter-schema.ts'
import type { MessageJson } from '../../src/report/messages.ts'
import { captureOutput } from '../helpers/output.ts'

/** The keywords of editors are not those of JSON Schema. */
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictTypes: false })
ajv.addVocabulary(['markdownDescription', 'deprecationMessage', 'doNotSuggest'])

/** What an editor finds in the front matter of a file: "status must be equal to one of the allowed values". */
function complaints(text: string, project?: ProjectOfSchema): string[] {
  const [, yaml] = /^\uFEFF?---[^\n]*\n(.*?)^---/ms.exec(text) ?? []
  if (yaml === undefined) return []
  // As the language server of YAML: version 1.2, with all types.
  const document = parseDocument(yaml, { version: '1.2' })
  if (document.errors.length > 0) return []
  const isValid = ajv.compile(frontMatterSchema(project))
  isValid(document.toJS())
  return (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

const projects = [
  'wp.config.json',
  ...(await glob('test/fixtures/*/wp.config.json')).filter((name) => !name.includes('/plan/')),
]

test('the file that is shipped is made of the fields', async () => {
  const shipped: unknown = JSON.parse(await readFile('src/front-matter.schema.json', 'utf8'))
  expect(shipped).toEqual(JSON.parse(JSON.stringify(frontMatterSchema())))
})

test.each(projects)('complains of nothing in %s that check accepts', async (name) => {
  const config = await loadConfig(name)
  const output = captureOutput()
  await check({ config: name, format: 'json', strict: true }, output)
  const messages = JSON.parse(output.printed()) as MessageJson[]
  const judged = new Set(messages.map(({ file }) => file))
  const files = await glob('**/*.md', { cwd: path.join(config.root, config.posts), ignore: config.ignore })
  const surprises = files.sort().map(async (file) => {
    const text = await readFile(path.join(config.root, config.posts, file), 'utf8')
    return judged.has(path.posix.join(config.posts, file)) ? [] : complaints(text, config)
  })
  expect((await Promise.all(surprises)).flat()).toEqual([])
})

test('complains of the values of the broken project that cannot be meant', async () => {
  const files = (await glob('test/fixtures/broken/posts/!(yaml-*).md')).sort()
  const found = files.map(async (file) => [path.basename(file), complaints(await readFile(file, 'utf8'))])
  const named = (await Promise.all(found)).filter(([, list]) => list?.length !== 0)
  await expect(`${JSON.stringify(Object.fromEntries(named), undefined, 2)}\n`).toMatchFileSnapshot(
    '../fixtures/broken/expected.schema.json',
  )
})

const SETTINGS = {
  site: { url: 'https://example.com' },
  categories: [{ name: 'A & B', slug: 'a-b' }],
  tags: ['VS Code'],
  series: [{ name: 'errors', members: ['a'] }],
  frontMatter: {
    aliases: { 'cover.image': 'featured_image', published: 'status', heading: 'title' },
    ignore: ['id'],
  },
}

test('of a project it offers the categories, tags, languages and series, and knows its own keys', () => {
  const config = readConfigOf(SETTINGS, path.resolve('wp.config.json'))
  const schema = frontMatterSchema(config) as { properties: Record<string, never>; anyOf: unknown }
  const { categories, tags, lang, series, cover, published, id } = schema.properties as Record<string, object>
  expect(categories).toMatchObject({ items: { examples: ['A & B'] } })
  expect(tags).toMatchObject({ items: { examples: ['VS Code'] } })
  expect(lang).toMatchObject({ examples: ['ja', 'en'] })
  expect(series).toMatchObject({ examples: ['errors'] })
  expect(cover).toMatchObject({ properties: { image: { not: { type: ['object', 'array'] } } } })
  expect(published).toMatchObject({ anyOf: [{ type: 'boolean' }, {}, {}] })
  expect(id).toBeUndefined()
  expect(schema.anyOf).toEqual([{ required: ['title'] }, { required: ['heading'] }])
  expect(
    complaints('---\nheading: x\npublished: true\nid: abc\ncover: { image: a.png }\n---\n', config),
  ).toEqual([])
})

test.each([
  '2025-12-22',
  '2025-12-22 1:00',
  '2025-12-22T11:00:00.5+0900',
  '2025-12-22t02:00z',
  'Jul 08 2022',
  'Mon, 8 July 2022',
])('takes %s for a date, as check does', (date) => {
  expect(complaints(`---\ntitle: x\ndate: "${date}"\n---\n`)).toEqual([])
})
