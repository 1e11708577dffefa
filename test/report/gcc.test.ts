import { readFile } from 'node:fs/promises'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { check } from '../../src/commands/check.ts'
import { messagesToGcc } from '../../src/report/gcc.ts'
import type { MessageJson } from '../../src/report/messages.ts'
import { captureOutput } from '../helpers/output.ts'

/** As the problem matcher takes such a line apart. */
const [{ problemMatcher }] = JSON.parse(await readFile('.vscode/tasks.json', 'utf8')).tasks
const LINE = new RegExp(problemMatcher.pattern.regexp)

async function print(project: string, format: 'gcc' | 'json'): Promise<string> {
  const output = captureOutput()
  await check({ config: `test/fixtures/${project}/wp.config.json`, format, strict: true }, output)
  return output.printed()
}

test.each(['broken', 'advice', 'links'])(
  'every message of %s is one line that can be matched',
  async (project) => {
    const messages = JSON.parse(await print(project, 'json')) as MessageJson[]
    const lines = (await print(project, 'gcc')).split('\n')
    expect(messages.length).toBeGreaterThan(0)
    expect(lines.map((line) => LINE.exec(line)?.slice(1))).toEqual(
      messages.map(({ file, line, column, severity, message, note, ruleId }) => [
        file,
        ...[String(line), String(column)],
        severity === 'warn' ? 'warning' : severity,
        note === '' ? message : `${message} ${note}`,
        ruleId,
      ]),
    )
  },
)

test('nothing is printed where there is nothing to say', async () => {
  expect(await print('clean', 'gcc')).toBe('')
})

test('words of an article neither end the line nor colour it', () => {
  const file = new VFile({ path: 'posts/a.md' })
  file.message('One\ntwo \u001B[31mthree', { line: 3, column: 1 }, 'rensai:some-rule')
  expect(messagesToGcc([file])).toBe('posts/a.md:3:1: warning: One two \uFFFD[31mthree [some-rule]')
})
