import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { loadConfig } from '../../config/load.ts'
import type { Config } from '../../config/types.ts'
import { UserError } from '../../errors.ts'
import { createJudge, type Judge } from '../../judge/judge.ts'
import type { Judgement } from '../../judge/types.ts'
import { say } from '../../language/say.ts'
import type { Problem } from '../document.ts'
import type { Place } from '../editor-link.ts'

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
  /** Says on every page that something went wrong which is no fault of the files, until the next update. */
  readonly fail: (error: unknown) => void
  /** What wp.config.json names now in the place of the plugins that run; `undefined` where it names those. */
  readonly otherPlugins: () => Config['plugins'] | undefined
  /** Lets these plugins run from the next change of wp.config.json on. */
  readonly trust: (plugins: Config['plugins']) => void
}

/**
 * Judges and renders a project for the first time.
 *
 * Plugins are programs, and a configuration that is exchanged while the preview runs, as by `git pull`, must not start
 * new ones: the preview goes on with those that it began with, and says so, until somebody trusts the new ones.
 *
 * @param configFile path of wp.config.json
 * @param untrusted whether somebody else wrote the project
 * @throws UserError where the configuration is broken or there is no article
 */
export async function openWorkspace(configFile: string, untrusted = false): Promise<Workspace> {
  const file = path.resolve(configFile)
  const first = await loadConfig(file, { untrusted })
  let { judge, snapshot } = await start(first)
  let problem: Problem | undefined
  let trusted = first.plugins
  let other: Config['plugins'] | undefined

  const startAgain = async (): Promise<void> => {
    const config = await loadConfig(file, { untrusted })
    other = isDeepStrictEqual(config.plugins, trusted) ? undefined : config.plugins
    ;({ judge, snapshot } = await start({ ...config, plugins: trusted }))
  }

  return {
    snapshot: () => snapshot,
    problem: () => problem ?? (other === undefined ? undefined : OTHER_PLUGINS),
    fail: (error) => {
      problem = toProblem(error, file)
    },
    otherPlugins: () => other,
    trust: (plugins) => {
      trusted = plugins
    },
    update: async (changed) => {
      try {
        // A judge that was interrupted half-way does not know what it knows.
        if (changed.has(file) || problem !== undefined) await startAgain()
        else snapshot = await judge.judge(changed)
        problem = undefined
      } catch (error) {
        problem = toProblem(error, file)
      }
    },
  }
}

const OTHER_PLUGINS: Problem = {
  message: say`wp.config.json names other plugins now, which do not run in this preview.`,
  advice: say`Look at them; then answer the question in the terminal, or start the preview again.`,
}

async function start(config: Config): Promise<{ judge: Judge; snapshot: Judgement }> {
  const judge = createJudge(config, { render: true })
  return { judge, snapshot: await judge.judge() }
}

function toProblem(error: unknown, configFile: string): Problem {
  if (error instanceof UserError) {
    const { message, advice } = error
    return { message, advice, place: placeIn(message, configFile) }
  }
  return {
    message: error instanceof Error ? error.message : String(error),
    advice: say`A plugin of the project threw this, or it is a bug in Rensai. The page is as it was before.`,
  }
}

/** The place that a message on wp.config.json begins with, in every language; `undefined` where it is about no place. */
function placeIn(message: string, file: string): Place | undefined {
  const shown = path.relative(process.cwd(), file) || file
  if (!message.startsWith(`${shown}:`)) return undefined
  const [, line, column] = /^:(\d+):(\d+):/.exec(message.slice(shown.length)) ?? []
  return line === undefined ? undefined : { file, shown, line: Number(line), column: Number(column) }
}
