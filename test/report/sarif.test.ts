import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import type { Log } from 'sarif'
import { expect, test } from 'vitest'
import { check } from '../../src/commands/check.ts'
import { allRules } from '../../src/rules.ts'
import { captureOutput } from '../helpers/output.ts'

const SCHEMA = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'

async function validator() {
  const text = await readFile(fileURLToPath(import.meta.resolve(SCHEMA)), 'utf8')
  const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false })
  addFormats.default(ajv)
  const validate = ajv.compile(JSON.parse(text) as object)
  return (log: unknown) => {
    validate(log)
    return validate.errors ?? []
  }
}

async function sarif(project: string): Promise<Log> {
  const output = captureOutput()
  await check({ config: `test/fixtures/${project}/wp.config.json`, format: 'sarif', strict: true }, output)
  return JSON.parse(output.printed()) as Log
}

test('the log is valid by the schema of SARIF 2.1.0, with and without results', async () => {
  const problemsOf = await validator()
  expect(problemsOf({ version: '2.1.0' })).not.toEqual([])
  for (const project of ['broken', 'fixable', 'clean']) expect(problemsOf(await sarif(project))).toEqual([])
})

test('results name their rule, level, place in the repository and edit', async () => {
  const { runs } = await sarif('fixable')
  const [run] = runs
  expect(run?.tool.driver.rules?.map(({ id }) => id)).toEqual(allRules.map(({ id }) => id))
  const result = run?.results?.find(({ ruleId }) => ruleId === 'date-valid')
  expect(result?.ruleIndex).toBe(allRules.findIndex(({ id }) => id === 'date-valid'))
  expect(result).toMatchObject({
    level: 'error',
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'test/fixtures/fixable/posts/crlf-bom.md', uriBaseId: '%SRCROOT%' },
          region: { startLine: 7, startColumn: 13, endLine: 7, endColumn: 27 },
        },
      },
    ],
    fixes: [
      {
        artifactChanges: [
          {
            replacements: [
              {
                deletedRegion: { startLine: 7, startColumn: 13, endLine: 7, endColumn: 27 },
                insertedContent: { text: '2026-08-15 09:00' },
              },
            ],
          },
        ],
      },
    ],
  })
})
