import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assertMadeFrom, assertSamePlan, readPlanFile, writePlanFile } from '../../src/sync/plan-file.ts'

const options = {
  adopt: false,
  overwrite: true,
  createCategories: false,
  prune: false,
  waitForPair: false,
  strict: false,
}
const kept = {
  site: 'https://blog.example',
  madeAt: '2026-11-24T02:00:00.000Z',
  options: { ...options, only: ['a-*'] },
  articles: 'a'.repeat(64),
  fingerprint: 'b'.repeat(64),
  plan: { changes: [] },
}

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rensai-plan-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

test('a plan comes back as it was kept', async () => {
  const file = path.join(folder, 'plan.json')
  writePlanFile({ root: folder }, file, kept)
  expect(await readPlanFile(file)).toEqual({ format: 'rensai-plan', version: 1, ...kept })
})

test.each([
  ['no JSON', '{', 'is not a plan that Rensai wrote.'],
  ['other JSON', '{"version":1}', 'is not a plan that Rensai wrote (format).'],
  [
    'another version',
    '{"format":"rensai-plan","version":2}',
    'is a plan of version 2; this program applies version 1.',
  ],
])('%s is refused', async (_, text, message) => {
  const file = path.join(folder, 'wrong.json')
  await writeFile(file, text)
  await expect(readPlanFile(file)).rejects.toThrow(message)
})

test('an option that nobody knows is refused, and so is a missing file', async () => {
  const file = path.join(folder, 'extended.json')
  writePlanFile({ root: folder }, file, kept)
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace('"adopt": false', '"adopt": false, "force": true'))
  await expect(readPlanFile(file)).rejects.toThrow('is not a plan that Rensai wrote (options).')
  await expect(readPlanFile(path.join(folder, 'nowhere.json'))).rejects.toMatchObject({ exitCode: 2 })
})

test('another site, other articles and another plan stop it', async () => {
  const file = path.join(folder, 'stale.json')
  writePlanFile({ root: folder }, file, kept)
  const planned = await readPlanFile(file)
  const { site, articles } = kept
  expect(() => assertMadeFrom(planned, { site, articles })).not.toThrow()
  expect(() => assertSamePlan(planned, kept.fingerprint)).not.toThrow()
  const stopped = expect.objectContaining({ exitCode: 4 })
  expect(() => assertMadeFrom(planned, { site: 'https://other.example', articles })).toThrow(stopped)
  expect(() => assertMadeFrom(planned, { site, articles: 'c'.repeat(64) })).toThrow(stopped)
  expect(() => assertSamePlan(planned, 'c'.repeat(64))).toThrow(stopped)
})
