import { expect, test } from 'vitest'
import { digestArticle } from '../../src/digest/digest.ts'
import { ExcessError } from '../../src/limits/bounded.ts'
import { globMatcher, matchesPattern } from '../../src/limits/patterns.ts'
import { testConfig } from '../helpers/config.ts'

const REPEATED = { message: expect.stringContaining('does not come to an end'), exitCode: 2 }

test('globs and patterns match as they do elsewhere', () => {
  const matches = globMatcher(['copilot-*-jp', '{a,b}'], '--only')
  expect(['copilot-x-jp', 'copilot-x-en', 'a', 'c'].map(matches)).toEqual([true, false, true, false])
  expect(matchesPattern('^a+$', 'aa')).toBe(true)
  expect(matchesPattern('^a+$', 'ab')).toBe(false)
})

test('a pattern that tries everything is named, and nobody waits for it', () => {
  const text = `${'a'.repeat(60)}!`
  expect(() => globMatcher(['+(a*)b'], '--only')(text)).toThrow(expect.objectContaining(REPEATED))
  expect(() => matchesPattern('^(a+)+$', text)).toThrow(ExcessError)
  const config = testConfig({ site: { url: 'https://blog.example' }, slug: { pattern: '^(a+)+$' } })
  const article = { name: 'a.md', text: `---\ntitle: A\nslug: ${text}\n---\n\nText.\n` }
  expect(digestArticle(article, config).messages.map(({ reason }) => reason)).toEqual([
    `The rule ^(a+)+$ does not come to an end with the slug "${text}".`,
  ])
})

test('a slug that is too long is not looked at any further', () => {
  const config = testConfig({ site: { url: 'https://blog.example' } })
  for (const slug of ['a'.repeat(201), 'あ'.repeat(23), `"${'\\ud800'.repeat(23)}"`]) {
    const { messages } = digestArticle(
      { name: 'a.md', text: `---\ntitle: A\nslug: ${slug}\n---\n\nText.\n` },
      config,
    )
    expect(messages.map(({ reason }) => reason)).toEqual([
      'The slug is longer than 200 bytes; WordPress would cut it.',
    ])
  }
})
