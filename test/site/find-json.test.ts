import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findJson } from '../../src/site/find-json.ts'

const WARNINGS = [
  '',
  '\uFEFF',
  '\n\n',
  '<br />\n<b>Warning</b>:  Undefined array key [0] in <b>/srv/x.php</b> on line <b>3</b><br />\n',
  '\nNotice: array to string conversion in /srv/{a}.php on line 3\n\nWarning: [] in /srv/y.php on line 4\n',
  '<br />\n<b>Deprecated</b>: foo() in /x.php on line <b>9</b><br />',
]

test.each(WARNINGS)('what PHP prints before an answer is passed over: %j', (before) => {
  for (const body of ['[]', '{}', '[{"id":7,"tags":[]}]', '{"id":7}', '{"a":{"raw":"x\\n[]"}}']) {
    expect(findJson(before + body)).toEqual({ kind: 'json', value: JSON.parse(body) })
  }
})

test.each(WARNINGS)('an answer that breaks off behind %j is never a shorter one', (before) => {
  const body = JSON.stringify([
    { id: 7, title: { raw: 'a > [] {"b":1}' }, tags: [], meta: {}, content: { raw: '<p>[]' } },
    { id: 8, title: { raw: '\n[]' }, tags: [] },
  ])
  for (let end = 1; end < body.length; end += 1) {
    expect(findJson(before + body.slice(0, end)).kind).not.toBe('json')
  }
})

test('a page is no JSON, whatever its scripts hold', () => {
  expect(findJson('<!doctype html><title>Login</title><script>x = {"a":1}</script>')).toEqual({
    kind: 'none',
  })
  expect(findJson('OK')).toEqual({ kind: 'none' })
  expect(findJson('')).toEqual({ kind: 'none' })
})

test('any JSON that WordPress writes is read, and none that is cut', () => {
  const value = fc.oneof(
    fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
    fc.dictionary(fc.string(), fc.jsonValue()),
  )
  fc.assert(
    fc.property(fc.constantFrom(...WARNINGS), value, fc.nat(), (before, json, cut) => {
      const body = JSON.stringify(json)
      expect(findJson(before + body)).toEqual({ kind: 'json', value: JSON.parse(body) })
      const end = cut % body.length
      expect(findJson(before + body.slice(0, end)).kind).not.toBe('json')
    }),
    { numRuns: 2_000 },
  )
})

test.each(['\uFDD4', '\uFFFE', '\u{1FFFF}', '\\ufdd4', '\\uFFFF', '\\ud83f\\udffe'])(
  'a noncharacter of an answer is U+FFFD, written as it is or escaped: %j',
  (written) => {
    const found = findJson(`{"raw":"a${written}b","list":["${written}"],"plain":"\\\\ufdd4 \uE000 \uFDF0"}`)
    expect(found).toEqual({
      kind: 'json',
      value: {
        raw: expect.stringMatching(/^a\uFFFD+b$/),
        list: [expect.stringMatching(/^\uFFFD+$/)],
        plain: '\\ufdd4 \uE000 \uFDF0',
      },
    })
  },
)
