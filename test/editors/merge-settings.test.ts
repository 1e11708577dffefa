import { parse } from 'jsonc-parser'
import { expect, test } from 'vitest'
import { mergeSettings } from '../../src/editors/merge-settings.ts'

const wanted = {
  'json.schemas': [{ fileMatch: ['/wp.config.json'], url: './x.json' }],
  '[markdown]': { 'editor.wordWrap': 'on', 'editor.tabCompletion': 'onlySnippets' },
}

test('adds what is missing, and keeps comments, values and the order of what is there', () => {
  const text = `{
    // Mine.
    "editor.fontSize": 13,
    "[markdown]": { "editor.wordWrap": "off" /* long lines */ },
    "json.schemas": [
        { "fileMatch": ["a.json"], "url": "./a.json" }, // a
    ],
}
`
  expect(mergeSettings(text, wanted)).toBe(`{
    // Mine.
    "editor.fontSize": 13,
    "[markdown]": {
        "editor.wordWrap": "off",
        "editor.tabCompletion": "onlySnippets" /* long lines */
    },
    "json.schemas": [
        {
            "fileMatch": [
                "/wp.config.json"
            ],
            "url": "./x.json"
        },
        { "fileMatch": ["a.json"], "url": "./a.json" }, // a
    ],
}
`)
})

test.each(['', '\n', '// nothing yet\n', '{}', '\uFEFF{}\r\n', '{\n\t"a": 1\n}', '{ "json.schemas": [] }'])(
  '%j gets all of it, once',
  (text) => {
    const merged = mergeSettings(text, wanted) ?? ''
    expect(parse(merged.replace('\uFEFF', ''))).toMatchObject(wanted)
    expect(merged.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'))
    expect(mergeSettings(merged, wanted)).toBe(merged)
  },
)

test('a task is the one of its label, however it was edited, and a map that was edited stays as it is', () => {
  const text = '{ "tasks": [{ "label": "a", "command": "mine" }], "box": { "prefix": "b" } }'
  expect(
    parse(
      mergeSettings(text, { tasks: [{ label: 'a', command: 'x' }, { label: 'c' }], box: { body: [] } }) ?? '',
    ),
  ).toEqual({ tasks: [{ label: 'c' }, { label: 'a', command: 'mine' }], box: { prefix: 'b' } })
})

test('a value of another kind is left alone', () => {
  const text = '{ "json.schemas": null, "[markdown]": 3 }'
  expect(mergeSettings(text, wanted)).toBe(text)
})

test.each(['[]', '{', '{ "a": }', 'null', '{} {}', '{ "a" 1 }', 'x', '{ "a": 1, "a": 2 ]'])(
  '%j cannot be added to',
  (text) => expect(mergeSettings(text, wanted)).toBeUndefined(),
)
