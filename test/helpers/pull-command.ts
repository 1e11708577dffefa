import { expect } from 'vitest'
import { type CliResult, runCli } from './cli.ts'

/**
 * Runs `pull`, and holds what every pull has to hold: `check` finds no error in what it wrote, but for the conflicts that
 * it left to be settled.
 */
export async function runPull(
  config: string,
  environment: Record<string, string>,
  ...args: string[]
): Promise<CliResult> {
  const pulled = await runCli(['pull', '--config', config, ...args], environment)
  const checked = await runCli(['check', '--config', config, '--format', 'json'], environment)
  const messages = JSON.parse(checked.stdout) as { severity: string; ruleId: string }[]
  const errors = messages.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId)
  const isConflict = pulled.stderr.includes('edited on both sides')
  expect(
    isConflict ? errors.filter((rule) => !/^conflict-marker$|^front-matter-/.test(rule)) : errors,
  ).toEqual([])
  return pulled
}
