import fc from 'fast-check'
import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import type { Post } from '../../src/posts/post.ts'
import { futurePermalink } from '../../src/preview/future-permalink.ts'
import { measureText, type TextMeasure } from '../../src/preview/measure.ts'
import { siteTime, siteZone } from '../../src/preview/schedule.ts'
import { parseMarkdown } from '../../src/render/markdown.ts'
import { outlineOf } from '../../src/render/outline.ts'
import { testConfig } from '../helpers/config.ts'

const measure = (markdown: string): TextMeasure => measureText(outlineOf(parseMarkdown(markdown)).text)

const SITE = { url: 'https://blog.example', timezone: 'America/New_York' }

function permalink(structure: string, post: Partial<Post>): string {
  const config = testConfig({ site: { ...SITE, permalink: structure } })
  return futurePermalink({ slug: 'a-jp', categories: [], ...post } as unknown as Post, config)
}

test('a permalink is filled as far as it is known', () => {
  expect(permalink('/archives/%post_id%', {})).toBe('https://blog.example/archives/%post_id%')
  expect(permalink('/archives/%post_id%', { id: 549 })).toBe('https://blog.example/archives/549')
  expect(permalink('/%year%/%monthnum%/%postname%/', { date: '2026-08-15T09:00:00' })).toBe(
    'https://blog.example/2026/08/a-jp/',
  )
})

test('a date is shown in the time of the site, with the offset of its season', () => {
  const config = testConfig({ site: SITE })
  expect(toHtml(siteTime('2026-08-15T09:00:00', config))).toBe(
    '<time datetime="2026-08-15T09:00:00-04:00">Sat 2026-08-15 09:00</time>',
  )
  expect(siteZone('2026-08-15T09:00:00', config)).toBe('America/New_York (-04:00)')
  expect(siteZone('2026-01-15T09:00:00', config)).toBe('America/New_York (-05:00)')
})

test('text is measured as people count it', () => {
  const japanese = measure(`## 見出し\n\n${'あ'.repeat(1500)}`)
  expect(japanese).toEqual({ characters: 1503, words: 0, minutes: 3 })
  const english = measure(`${"It's well-kept code. ".repeat(238)}`)
  expect(english).toEqual({ characters: 238 * 18, words: 238 * 3, minutes: 3 })
  const mixed = measure('VS Code を再起動する 👩‍👩‍👧 ![図](a.png)')
  expect(mixed).toEqual({ characters: 13, words: 2, minutes: 1 })
})

test('characters are those of Unicode, whatever stands beside what', () => {
  const pieces = [
    'a',
    '1',
    '#',
    '*',
    'あ',
    'カ',
    '々',
    '漢',
    '。',
    'ﾊ',
    'ﾞ',
    'が',
    '〰',
    '👩',
    '🏽',
    '‍',
    '️',
    '⃣',
    '🇯',
    '🇵',
    '각',
    '©',
    '؀',
    '가',
    '葛󠄀',
    'क',
    '्',
    'ि',
    '́',
    '〪',
  ]
  const written = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((all) => all.join(''))
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  fc.assert(
    fc.property(written, (text) => {
      expect(measureText(text).characters).toBe([...segmenter.segment(text.normalize('NFC'))].length)
    }),
    { numRuns: 2000 },
  )
})
