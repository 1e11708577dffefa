import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { check } from '../../src/commands/check.ts'
import { allRules } from '../../src/rules.ts'
import { markdown } from '../helpers/arbitrary-markdown.ts'
import { captureOutput } from '../helpers/output.ts'

let root: string

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'rensai-digest-'))
  await mkdir(path.join(root, 'posts'))
  const rules = Object.fromEntries(allRules.map(({ id }) => [id, 'warn']))
  const settings = { site: { url: 'https://blog.example' }, math: 'delimiters', rules }
  await writeFile(path.join(root, 'wp.config.json'), JSON.stringify(settings))
})

afterAll(async () => {
  await rm(root, { recursive: true })
})

/**
 * What `check` says of the two articles, as people read it and as programs do.
 *
 * @param forget whether it gets to see what it remembers
 */
async function said(forget: boolean): Promise<unknown> {
  const config = path.join(root, 'wp.config.json')
  const [text, sarif] = [captureOutput(), captureOutput()]
  if (forget) await rm(path.join(root, '.rensai'), { recursive: true, force: true })
  await check({ config, format: 'text' }, text)
  if (forget) await rm(path.join(root, '.rensai'), { recursive: true, force: true })
  await check({ config, format: 'sarif' }, sarif)
  return { text: text.said(), sarif: JSON.parse(sarif.printed()) }
}

async function expectSameWarm(first: Uint8Array | string, second: Uint8Array | string): Promise<void> {
  await writeFile(path.join(root, 'posts/a-jp.md'), first)
  await writeFile(path.join(root, 'posts/a-en.md'), second)
  const cold = await said(true)
  expect(await readdir(path.join(root, '.rensai'))).toContain('digests')
  expect(await said(false)).toEqual(cold)
}

const frontMatter = fc.constantFrom(
  '',
  '---\ntitle: A\nstatus: publish\n---\n',
  '\uFEFF---\r\ntitle: A\r\n---\r\n',
)
const article = fc.tuple(frontMatter, markdown).map((parts) => parts.join(''))

test('whatever stands in the articles, check says the same when it remembers them', async () => {
  await fc.assert(fc.asyncProperty(article, article, expectSameWarm), { numRuns: 60 })
})

test('so it does for any bytes, byte order marks and broken UTF-8 among them', async () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.constantFrom([0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xe3, 0x81], [0xf0, 0x9f, 0x98], [0xed, 0xa0, 0x80]),
    fc.constantFrom('---\n', 'title: ', '\n# ', '[x](a-en.md) ').map((text) => [...Buffer.from(text)]),
  )
  const bytes = fc
    .array(piece, { maxLength: 8 })
    .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])))
  await fc.assert(fc.asyncProperty(bytes, bytes, expectSameWarm), { numRuns: 60 })
})
