import { expect, test } from 'vitest'
import { escapeAmpersand, escapeAttribute, escapeQuoted, escapeText } from '../../src/standards/html.ts'

test.each([
  [escapeAmpersand, `&amp;amp; <a href="'">`],
  [escapeText, `&amp;amp; &lt;a href="'"&gt;`],
  [escapeQuoted, `&amp;amp; <a href=&quot;'&quot;>`],
  [escapeAttribute, `&amp;amp; &lt;a href=&quot;'&quot;&gt;`],
])('%o writes the references that are needed in its place, and no other', (write, expected) => {
  expect(write(`&amp; <a href="'">`)).toBe(expected)
})
