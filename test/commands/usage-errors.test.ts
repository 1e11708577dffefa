import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { speak } from '../../src/language/speak.ts'
import { captureOutput } from '../helpers/output.ts'

const WRONG = [
  ['check', '--fixx'],
  ['check', '--only'],
  ['chek'],
  ['frobnicate'],
  ['rollback'],
  ['check', '--config'],
  ['check', '--graph', '--format', 'json'],
  ['check', 'a'],
  ['history', 'a', 'b'],
  ['plan', 'a-slug'],
  ['check', '--format', "a'b"],
  ['check', '--plann'],
].map((argv) => ({ argv, line: argv.join(' ') }))

/** What a wrong command line is answered with, both streams. */
async function answer(argv: readonly string[]): Promise<string> {
  const { run } = await import('../../src/cli.ts')
  const output = captureOutput()
  expect(await run(argv, output)).toBe(2)
  expect(output.printed()).toBe('')
  return output.said()
}

test('in English a wrong command line is answered in the words of commander, once', async () => {
  expect(await answer(['check', '--fixx'])).toBe("error: unknown option '--fixx'\n(Did you mean --fix?)")
  expect(await answer(['plan', 'a-slug'])).toBe(
    "error: too many arguments for 'plan'. Expected 0 arguments but got 1.\n  For the article of that slug alone: npm run plan -- --only a-slug",
  )
})

describe('in Japanese', () => {
  beforeAll(async () => speak('ja'))
  afterAll(async () => speak('en'))

  test.each(WRONG)('$line is answered without a word of English', async ({ argv }) => {
    const words = (await answer(argv))
      .split('\n')
      // What follows is a command to copy.
      .map((line) => line.replace(/: npm run .*/, ''))
      .join('\n')
      .replaceAll(/「[^」]*」|--[\w-]+|\bcheck\b|text, json, github.*? (?=です)/g, '')
    expect(words).not.toMatch(/[a-z]/i)
    expect(words).toMatch(/^エラー: /)
  })
})
