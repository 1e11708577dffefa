import { readFile } from 'node:fs/promises'
import type { RootContent } from 'mdast'
import { toString as mdastToString } from 'mdast-util-to-string'
import { expect, test } from 'vitest'
import { settingsJsonSchema } from '../src/config/settings-schema.ts'
import { parseMarkdown } from '../src/render/markdown.ts'
import { allRules } from '../src/rules.ts'

const ids = allRules.map(({ id }) => id)

test('every rule has an id of its own, in the style of the others, and says what it demands', () => {
  expect(new Set(ids).size).toBe(ids.length)
  for (const { id, summary } of allRules) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/)
    expect(summary).toMatch(/^.{10,120}\.$/)
  }
})

test('docs/rules.md has a section on every rule and on nothing else: what, why, example, fix', async () => {
  const { children } = parseMarkdown(await readFile('docs/rules.md', 'utf8'))
  const sections = splitAtHeadings(children)
  expect(sections.map(({ title }) => title)).toEqual(ids)
  for (const { id, severity, summary } of allRules) {
    const [what, why, example, fix, ...rest] = sections.find(({ title }) => title === id)?.nodes ?? []
    expect(mdastToString(what)).toBe(`${summary} Default: ${severity}.`)
    expect(mdastToString(why)).toMatch(/^Why: .+/)
    expect(example?.type).toBe('code')
    expect(mdastToString(fix)).toMatch(/^Fix: .+/)
    expect(rest).toEqual([])
  }
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
