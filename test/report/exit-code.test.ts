import { expect, test } from 'vitest'
import { ExitCode, UserError } from '../../src/errors.ts'
import { exitCodeOfOutcomes } from '../../src/report/exit-code.ts'
import { SiteError } from '../../src/site/errors.ts'
import { dependsOn, editedMeanwhile } from '../../src/sync/changes/errors.ts'
import type { Outcome, Plan } from '../../src/sync/plan-types.ts'

const plan = { changes: [], refused: [], drift: [], conflicts: [] } as unknown as Plan
const outcome = (status: Outcome['status'], error?: Error): Outcome =>
  ({ change: { kind: 'create-post' }, status, error }) as unknown as Outcome

const applied = outcome('applied')
const stopped = outcome('failed', editedMeanwhile({ slug: 'a' }))
const refused = outcome('failed', new SiteError('no', { advice: '', status: 403 }))
const kept = outcome('skipped', dependsOn('"b"', ['the article a']))
const broken = outcome('failed', new UserError('damaged', { advice: '', exitCode: ExitCode.content }))
const bug = outcome('failed', new TypeError('x'))

test.each([
  ['all went well', [applied, applied], 0],
  ['others were at it', [applied, stopped], 4],
  ['others were at all of it', [stopped, stopped], 4],
  ['others were at it, and what links to it waits', [stopped, kept], 4],
  ['the site refused all of it', [refused, kept], 3],
  ['the site refused some of it', [applied, refused], 5],
  ['others were at one, and the site refused another', [stopped, refused, applied], 5],
  ['a picture is damaged', [broken, kept], 5],
  ['the program is to blame', [bug], 5],
] as const)('where %s', (_, outcomes, code) => {
  expect(exitCodeOfOutcomes(plan, outcomes)).toBe(code)
})
