import { readFile } from 'node:fs/promises'
import type { RootContent } from 'mdast'
import { toString as mdastToString } from 'mdast-util-to-string'
import { expect, test } from 'vitest'
import { settingsJsonSchema } from '../src/config/settings-schema.ts'
import { parseMarkdown } from '../src/render/markdown.ts'
import { allRules } from '../src/rules.ts'
import { inJapanese, withWords } from './helpers/in-japanese.ts'

const ids = allRules.map(({ id }) => id)

test('every rule has an id of its own, in the style of the others, and says what it demands', () => {
  expect(new Set(ids).size).toBe(ids.length)
  for (const { id, summary } of allRules) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/)
    expect(summary).toMatch(/^.{10,120}\.$/)
  }
})

test.each([
  ['docs/rules.md', /^.+ Default: (\w+)\.$/, /^Why: .+/, /^Fix: .+/],
  ['docs/ja/rules.md', /^.+ ?既定: (\w+)。$/, /^理由: .+/, /^直し方: .+/],
])(
  '%s has a section on every rule and on nothing else: what, why, example, fix',
  async (page, is, because, remedy) => {
    const { children } = parseMarkdown(await readFile(page, 'utf8'))
    const sections = splitAtHeadings(children)
    expect(sections.map(({ title }) => title)).toEqual(ids)
    for (const { id, severity } of allRules) {
      const [what, why, example, fix, ...rest] = sections.find(({ title }) => title === id)?.nodes ?? []
      expect([id, is.exec(mdastToString(what))?.[1]]).toEqual([id, severity])
      expect(mdastToString(why)).toMatch(because)
      expect(example?.type).toBe('code')
      expect(mdastToString(fix)).toMatch(remedy)
      expect(rest).toEqual([])
    }
  },
)

test('docs/rules.md says what each rule demands in the words of the rule', async () => {
  const page = await readFile('docs/rules.md', 'utf8')
  const told = allRules.map(({ id, severity, summary }) => ({
    heading: `### \`${id}\``,
    text: `${summary} Default: \`${severity}\`.`,
  }))
  await expect(withWords(page, told)).toMatchFileSnapshot('../docs/rules.md')
})

test('docs/ja/rules.md does so in Japanese', async () => {
  const page = await readFile('docs/ja/rules.md', 'utf8')
  const japanese = await inJapanese(() => import('../src/rules.ts'))
  // A rule that speaks no Japanese yet is told in the words of the page.
  const told = japanese.allRules
    .filter(({ summary }, index) => summary !== allRules[index]?.summary)
    .map(({ id, severity, summary }) => ({
      heading: `### \`${id}\``,
      text: `${summary}既定: \`${severity}\`。`,
    }))
  expect(told.length).toBeGreaterThan(50)
  await expect(withWords(page, told)).toMatchFileSnapshot('../docs/ja/rules.md')
})

test('wp.config.json knows exactly these rules, each with its summary', () => {
  const { properties } = settingsJsonSchema() as SchemaOfRules
  const { rules } = properties
  expect(rules.additionalProperties).toBe(false)
  expect(Object.entries(rules.properties).map(([id, { description }]) => ({ id, description }))).toEqual(
    allRules.map(({ id, severity, summary }) => ({ id, description: `${summary} Default: "${severity}".` })),
  )
  for (const { enum: values } of Object.values(rules.properties))
    expect(values).toEqual(['off', 'warn', 'error'])
})

interface SchemaOfRules {
  readonly properties: {
    readonly rules: {
      readonly additionalProperties: boolean
      readonly properties: Record<string, { readonly description: string; readonly enum: string[] }>
    }
  }
}

/** The sections below headings of depth 3. */
function splitAtHeadings(nodes: readonly RootContent[]): { title: string; nodes: RootContent[] }[] {
  const sections: { title: string; nodes: RootContent[] }[] = []
  let open = false
  for (const node of nodes) {
    if (node.type === 'heading') {
      open = node.depth === 3
      if (open) sections.push({ title: mdastToString(node), nodes: [] })
    } else if (open) sections.at(-1)?.nodes.push(node)
  }
  return sections
}
