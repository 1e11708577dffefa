import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Marker, readMarker, removeMarker, writeMarker } from '../../src/sync/marker.ts'

const marker: Marker = {
  key: 'copilot/a--b 記事',
  base: { title: '0a1b2c3d', content: 'deadbeef' },
  stored: { content: 'cafebabe' },
}

describe('in block markup', () => {
  const content = '<!-- wp:heading {"level":3} -->\n<h3>T</h3>\n<!-- /wp:heading -->'

  test('stands in the metadata of the first block, without a character that ends a comment', () => {
    const marked = writeMarker(content, marker)
    expect(marked).toBe(
      '<!-- wp:heading {"level":3,"metadata":{"rensai":{"key":"copilot/a%2D-b%20%E8%A8%98%E4%BA%8B","title":"0a1b2c3d","content":"deadbeef","content-stored":"cafebabe"}}} -->\n<h3>T</h3>\n<!-- /wp:heading -->',
    )
    expect(readMarker(marked)).toEqual(marker)
    expect(removeMarker(marked)).toBe(content)
  })

  test('goes into a block without attributes and into one without content', () => {
    for (const bare of [
      '<!-- wp:paragraph -->\n<p>a</p>\n<!-- /wp:paragraph -->',
      '<!-- wp:footnotes /-->',
    ]) {
      const marked = writeMarker(bare, marker)
      expect(readMarker(marked)).toEqual(marker)
      expect(removeMarker(marked)).toBe(bare)
    }
  })

  test('stands behind a block whose comment an author spelled otherwise, so that this stays as it is', () => {
    for (const bare of [
      '<!--  wp:paragraph -->\n<p>a</p>\n<!-- /wp:paragraph -->',
      '<!-- wp:more {"customText":\n"b"} -->\n<!--more b-->\n<!-- /wp:more -->',
      '<!-- /wp:paragraph -->',
    ]) {
      const marked = writeMarker(bare, marker)
      expect(marked.startsWith(`${bare}\n<!-- rensai {`)).toBe(true)
      expect(readMarker(marked)).toEqual(marker)
      expect(removeMarker(marked)).toBe(bare)
    }
  })

  test('leaves other metadata alone, and is found after the block was moved down in wp-admin', () => {
    const named = '<!-- wp:group {"metadata":{"name":"Box"}} -->\n<div></div>\n<!-- /wp:group -->'
    const marked = writeMarker(named, marker)
    expect(removeMarker(marked)).toBe(named)
    expect(readMarker(`${content}\n\n${marked}`)).toEqual(marker)
  })
})

describe('in plain HTML', () => {
  test('is a trailing comment', () => {
    const marked = writeMarker('<p>a</p>', marker)
    expect(marked).toMatch(/^<p>a<\/p>\n<!-- rensai \{.*\} -->$/)
    expect(readMarker(marked)).toEqual(marker)
    expect(removeMarker(marked)).toBe('<p>a</p>')
  })
})

test('a post without a marker has none, even one that writes about markers', () => {
  expect(readMarker('<p>{"rensai":{"key":"x"}}</p>')).toBeUndefined()
  expect(readMarker('<!-- wp:paragraph {"metadata":{"name":"rensai"}} --><p></p>')).toBeUndefined()
})

test('any key comes back, and writing twice is writing once', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string(), (key, text) => {
      fc.pre(!/\p{Surrogate}|\0|(^|\/)\.{0,2}(\/|$)/u.test(key) && !text.includes('<!--'))
      const marked = writeMarker(`<p>${text}</p>`, { key, base: {}, stored: {} })
      expect(readMarker(marked)?.key).toBe(key)
      expect(writeMarker(marked, { key, base: {}, stored: {} })).toBe(marked)
    }),
  )
})

test.each(['../../pwned', '..%2F..%2Fpwned', '/etc/passwd', 'a//b', './a', '', '.', 'a%00b'])(
  'a key that no file has is no marker: %s',
  (key) => {
    const content = `<!-- wp:paragraph {"metadata":{"rensai":{"key":${JSON.stringify(key)},"title":"00000000"}}} -->\n<p>a</p>\n<!-- /wp:paragraph -->`
    expect(readMarker(content)).toBeUndefined()
  },
)

test.each(['%', '100%', '%E0%A4%A'])('a key that is no percent-encoding is read as it stands: %s', (key) => {
  const content = `<p>a</p>\n<!-- rensai {"key":"${key}","title":"00000000"} -->`
  expect(readMarker(content)?.key).toBe(key)
})
