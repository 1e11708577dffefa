import { expect, test } from 'vitest'
import { check } from '../../src/commands/check.ts'
import { captureOutput } from '../helpers/output.ts'

const broken = 'test/fixtures/broken/wp.config.json'

test('reports every problem of every file in one run, as JSON', async () => {
  const output = captureOutput()
  expect(await check({ config: broken, format: 'json' }, output)).toBe(1)
  await expect(`${output.printed()}\n`).toMatchFileSnapshot('../fixtures/broken/expected.json')
})

test('says the same for people, with the remedy under each problem', async () => {
  const output = captureOutput()
  expect(await check({ config: broken, format: 'text' }, output)).toBe(1)
  await expect(`${output.said()}\n`).toMatchFileSnapshot('../fixtures/broken/expected.txt')
})

test('has nothing to complain of in the series of this repository', async () => {
  const output = captureOutput()
  expect(await check({ config: 'wp.config.json', format: 'json' }, output)).toBe(0)
  expect(JSON.parse(output.printed())).toEqual([])
})
