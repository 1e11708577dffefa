import path from 'node:path'
import { loadConfig } from '../../config/load.ts'
import { UserError } from '../../errors.ts'
import { createJudge, type Judge } from '../../judge/judge.ts'
import type { Judgement } from '../../judge/types.ts'
import type { Problem } from '../document.ts'

/** A project that is being written: its newest good state, and what is wrong with it as a whole. */
export interface Workspace {
  readonly snapshot: () => Judgement
  /** What keeps the snapshot from being newer, such as a broken wp.config.json. */
  readonly problem: () => Problem | undefined
  /**
   * Takes in changed files; never throws, since the next change may mend what is wrong.
   *
   * @param changed absolute paths
   */
  readonly update: (changed: ReadonlySet<string>) => Promise<void>
}

/**
 * Judges and renders a project for the first time.
 *
 * @param configFile path of wp.config.json
 * @throws UserError where the configuration is broken or there is no article
 */
export async function openWorkspace(configFile: string): Promise<Workspace> {
  const file = path.resolve(configFile)
  let { judge, snapshot } = await start(file)
  let problem: Problem | undefined

  return {
    snapshot: () => snapshot,
    problem: () => problem,
    update: async (changed) => {
      try {
        // A judge that was interrupted half-way does not know what it knows.
        if (changed.has(file) || problem !== undefined) ({ judge, snapshot } = await start(file))
        else snapshot = await judge.judge(changed)
        problem = undefined
      } catch (error) {
        problem = toProblem(error)
      }
    },
  }
}

async function start(file: string): Promise<{ judge: Judge; snapshot: Judgement }> {
  const judge = createJudge(await loadConfig(file), { render: true })
  return { judge, snapshot: await judge.judge() }
}

function toProblem(error: unknown): Problem {
  if (error instanceof UserError) return { message: error.message, advice: error.advice }
  return {
    message: error instanceof Error ? error.message : String(error),
    advice: 'A plugin of the project threw this, or it is a bug in Rensai. The page is as it was before.',
  }
}
