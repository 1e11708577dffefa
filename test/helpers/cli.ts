import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

export interface CliResult {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  /** stdout as JSON. */
  readonly json: () => Record<string, unknown>
}

/** Runs the command line as a user does, in a process of its own, without this process's WordPress settings. */
export async function runCli(
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<CliResult> {
  const { WP_URL: _, WP_USERNAME: __, WP_APP_PASSWORD: ___, ...inherited } = process.env
  const child = spawn(process.execPath, ['dist/bin.js', ...args], {
    env: { ...inherited, NO_COLOR: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return {
    exitCode: child.exitCode,
    stdout,
    stderr,
    json: () => JSON.parse(stdout) as Record<string, unknown>,
  }
}
