import { expect, test } from 'vitest'
import { digestArticle } from '../../src/digest/digest.ts'
import { testConfig } from '../helpers/config.ts'

const config = testConfig({ site: { url: 'https://blog.example' } })

function reasons(body: string): string[] {
  const text = `---\ntitle: A\n---\n\n${body}`
  return digestArticle({ name: 'a.md', text }, config).messages.map(
    ({ fatal, reason }) => `${fatal} ${reason}`,
  )
}

test.each(['> '.repeat(300), '> '.repeat(9000), '> '.repeat(20_000), '- '.repeat(300)])(
  'what is nested beyond all measure is said, and breaks nothing',
  (signs) => {
    expect(reasons(`${signs}a`)).toEqual([
      'true Quotes, lists or boxes lie in each other too deep to be read.',
    ])
  },
)

test('what people nest is read', () => {
  expect(reasons(`${'> '.repeat(30)}a\n\n${'- '.repeat(30)}b`)).toEqual([])
})
