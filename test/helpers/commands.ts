import { publish } from '../../src/commands/publish.ts'
import { pull } from '../../src/commands/pull.ts'
import { rollback } from '../../src/commands/rollback.ts'
import { UserError } from '../../src/errors.ts'
import { captureOutput } from './output.ts'

/** A command that changes something, with what it is told. */
export type Command =
  | { readonly name: 'publish' }
  | { readonly name: 'prune' }
  | { readonly name: 'pull' }
  | { readonly name: 'rollback'; readonly slug: string; readonly revision: string }

/** The command as it is typed. */
export function argumentsOf(command: Command): string[] {
  switch (command.name) {
    case 'publish':
      return ['publish', '--create-categories']
    case 'prune':
      return ['publish', '--create-categories', '--prune', '--yes']
    case 'pull':
      return ['pull']
    case 'rollback':
      return ['rollback', command.slug, command.revision, '--yes']
  }
}

/** Runs it in this process, which is much cheaper than in one of its own. */
export async function runCommand(
  command: Command,
  config: string,
): Promise<{ exitCode: number; said: string }> {
  const output = captureOutput()
  const options = { config, only: undefined, dryRun: false, json: false }
  const flags = { adopt: false, overwrite: false, createCategories: true }
  const start = (): Promise<number> => {
    switch (command.name) {
      case 'publish':
        return publish({ ...options, ...flags }, output)
      case 'prune':
        return publish({ ...options, ...flags, prune: true, yes: true }, output)
      case 'pull':
        return pull([], { config, all: false, overwrite: false }, output)
      case 'rollback':
        return rollback(command.slug, command.revision, { config, yes: true }, output)
    }
  }
  try {
    return { exitCode: await start(), said: output.said() }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { exitCode: error.exitCode, said: `${output.said()}\n${error.message}` }
  }
}
