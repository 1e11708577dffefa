import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { settingsJsonSchema, settingsSchema } from '../../src/config/settings-schema.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rensai-config-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function load(text: string): Promise<unknown> {
  const file = path.join(folder, 'wp.config.json')
  await writeFile(file, text)
  return await loadConfig(file)
}

test('only site.url is needed', async () => {
  expect(await load('{ "site": { "url": "https://e.example/" } }')).toMatchObject({
    root: folder,
    site: {
      url: 'https://e.example',
      timezone: 'Asia/Tokyo',
      permalink: '/archives/%post_id%',
      language: 'ja',
    },
    format: 'blocks',
    languages: { ja: ['-jp', '-ja'], en: ['-en'] },
    series: [],
  })
})

test.each([
  ['', '1:1: not valid JSON: it is empty.', 'Mend the syntax at this place.'],
  ...(
    [
      ['{\n  "site": {\n', '3:1', 'a "}" is missing'],
      ['{ "site": ["a"', '1:15', 'a "]" is missing'],
      ['{\n  "name": "a\n}', '2:11', 'the text has no closing quotation mark'],
      ['{ "name" "a" }', '1:10', 'a ":" is missing'],
      ['{ "name": }', '1:11', 'a value is missing'],
      ['{ "name": "a" "posts": "b" }', '1:15', 'a "," is missing'],
      ['{ "name": "a",, "posts": "b" }', '1:15', 'a key in double quotes is missing'],
      [
        "{ 'name': 1 }",
        '1:3',
        'nothing but texts in double quotes, numbers, true, false and null can be a value or a key',
      ],
      ['{ "name": 1. }', '1:11', 'the number is incomplete'],
      ['{ "name": "\\q" }', '1:11', 'the text holds an escape sequence that JSON does not have'],
      ['{ "name": "\\u12" }', '1:11', 'the text holds an escape sequence that JSON does not have'],
      ['{ "name": "\t" }', '1:11', 'the text holds a tab or another control character'],
      ['/* x', '1:1', 'the comment has no end'],
      ['{} {}', '1:4', 'something follows behind the end'],
    ] as const
  ).map(([text, place, reason]): [string, string, string] => [
    text,
    `${place}: not valid JSON: ${reason}.`,
    'Mend the syntax at this place.',
  ]),
  [
    '{\n  "__proto__": { "site": { "url": "https://e.example" } }\n}',
    '2:3: unknown key "__proto__"',
    `Known keys here: ${Object.keys(settingsSchema.shape).join(', ')}.`,
  ],
  [
    '{\n  "site": { "url": "https://e.example" },\n  "__proto__": { "format": "html" }\n}',
    '3:3: unknown key "__proto__"',
    `Known keys here: ${Object.keys(settingsSchema.shape).join(', ')}.`,
  ],
  ['{}', '1:1: site: Invalid input', 'docs/configuration.md lists every key, its type and its default.'],
  [
    '{\n  "site": { "url": "https://e.example" },\n  "fromat": "html"\n}',
    '3:3: unknown key "fromat"',
    'Did you mean "format"?',
  ],
  [
    '{\n  "site": {\n    "url": "https://e.example", "time_zone": "UTC" }\n}',
    '3:33: unknown key "time_zone" in site',
    'Did you mean "timezone"?',
  ],
  [
    '{\n  "site": { "url": "e.example" }\n}',
    '2:20: site.url: Invalid URL',
    'docs/configuration.md lists every key, its type and its default.',
  ],
  [
    '{ "site": { "url": "https://e.example" }, "rules": { "link-targt": "off" } }',
    '1:54: unknown key "link-targt" in rules',
    'Did you mean "link-target"?',
  ],
  [
    '{ "site": { "url": "https://e.example" }, "rules": { "link-target": "warning" } }',
    '1:69: rules.link-target: Invalid option: expected one of "off"|"warn"|"error"',
    'docs/configuration.md lists every key, its type and its default.',
  ],
  [
    '{ "site": { "url": "https://e.example", "timezone": "Tokyo" } }',
    'site.timezone "Tokyo" is not a time zone',
    'Use its IANA name, which is probably "Asia/Tokyo".',
  ],
  ...['JST', 'jst', 'UTC+9', '+09:00', 'Asia/Tokio'].map((zone): [string, string, string] => [
    `{ "site": { "url": "https://e.example", "timezone": "${zone}" } }`,
    `site.timezone "${zone}" is not a time zone`,
    'Use its IANA name, which is probably "Asia/Tokyo".',
  ]),
  [
    '{ "site": { "url": "https://e.example", "timezone": "Xyzzy Plugh" } }',
    'site.timezone "Xyzzy Plugh" is not a time zone',
    'Use an IANA name such as "Asia/Tokyo" or "UTC".',
  ],
  [
    '{ "site": { "url": "https://e.example" },\n  "timezone": "Asia/Tokyo" }',
    '2:3: unknown key "timezone"',
    'It belongs into "site": { "site": { "timezone": ... } }.',
  ],
  [
    '{ "site": { "url": "https://e.example", "series": [] } }',
    'unknown key "series" in site',
    'It belongs to the top of the file, outside of "site".',
  ],
  ['{ "siet": { "url": "https://e.example" } }', 'unknown key "siet"', 'Did you mean "site"?'],
])('%j is refused with its place', async (text, message, advice) => {
  const error = await load(text).catch((reason: unknown) => reason)
  expect(error).toMatchObject({ advice, exitCode: 2 })
  expect(String(error)).toContain(message)
})

test.each([
  'https://e.example/wp-admin/',
  'https://e.example/wp-admin/edit.php?post_type=page',
  'https://e.example/wp-login.php?redirect_to=x',
  'https://e.example/wp-json/wp/v2/',
  'https://e.example/xmlrpc.php',
  'https://e.example/index.php',
  'https://e.example/?rest_route=/',
])('the address of a site is that of its front page: %s', async (url) => {
  expect(await load(JSON.stringify({ site: { url } }))).toMatchObject({ site: { url: 'https://e.example' } })
})

test('a configuration that is not there says how to name it', async () => {
  await expect(loadConfig(path.join(folder, 'none.json'))).rejects.toMatchObject({ exitCode: 2 })
})

test('the JSON Schema for editors is the one the program checks with', async () => {
  const committed: unknown = JSON.parse(await readFile('src/wp.config.schema.json', 'utf8'))
  expect(committed).toEqual(JSON.parse(JSON.stringify(settingsJsonSchema())))
})
