import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePost } from '../../src/posts/read.ts'
import { splitFile } from '../../src/pull/yaml-source.ts'
import { testConfig } from '../helpers/config.ts'

const config = testConfig({ site: { url: 'https://blog.example' } })

const piece = fc.constantFrom(
  ...['---', '---\n', '--- \n', '---x\n', '----\n', '...\n', '\n', '\r\n', '\r', ' ', '\t', '# c\n'],
  ...['title: a\n', 'title: |\n', '  text\n', 'tags:\n', '- a\n', 'Text', '"'],
)

test('where pull edits front matter, check has read it', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = `---\n${pieces.join('')}`
      const { yaml, bodyOffset } = parsePost('a.md', text, config)
      if (yaml === undefined) return
      const split = splitFile(text)
      expect(split.offset).toBe(yaml.offset)
      // The body may begin with the blanks behind the fence; they say nothing.
      expect(text.slice(bodyOffset, split.bodyOffset).trim()).toBe('')
      expect(split.bodyOffset).toBeGreaterThanOrEqual(bodyOffset)
    }),
    { numRuns: 3000 },
  )
})

test.each(['---x', '----', '--- # end'])(
  'a line that only begins like the closing fence is told: %s',
  (line) => {
    const { file, yaml } = parsePost('a.md', `---\ntitle: a\n${line}\n---\n\nText.\n`, config)
    expect(yaml).toBeUndefined()
    expect(file.messages.map(({ line: at, ruleId }) => [at, ruleId])).toEqual([[3, 'front-matter-unclosed']])
  },
)
