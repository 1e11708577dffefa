import type { Config } from '../config/types.ts'
import { ExitCode } from '../errors.ts'
import { listFiles } from '../judge/files.ts'
import type { Judgement } from '../judge/types.ts'
import { listItems } from '../language/lists.ts'
import { say } from '../language/say.ts'
import { serveLive } from '../preview/live/serve.ts'
import { summarizeMessages } from '../report/messages.ts'
import { oneLine } from '../report/printable.ts'
import { messagesToText } from '../report/text.ts'
import { canAsk, type Output } from './output.ts'
import { untilStopped } from './until-stopped.ts'

export interface PreviewLiveOptions {
  /** Path of wp.config.json. */
  readonly config: string
  /** Somebody else wrote the project: nothing of it is run. @default false */
  readonly untrusted?: boolean
  readonly port: number | undefined
}

/** Serves the preview and keeps it up to date until the process is told to stop. */
export async function previewLive(options: PreviewLiveOptions, output: Output): Promise<ExitCode> {
  const live = await serveLive({
    ...options,
    onUpdate: ({ workspace }) => {
      const problem = workspace.problem()
      if (problem === undefined) output.say(describe(workspace.snapshot()))
      else output.say(`${oneLine(problem.message)}\n  ${oneLine(problem.advice)}`)
    },
    ...(canAsk() ? { mayRun: (plugins) => askFor(plugins, output) } : {}),
  })
  output.say(describe(live.workspace.snapshot()))
  output.say(`${say`Preview: ${`${live.url}/`}`}\n${say`Ctrl+C stops it.`}`)
  await untilStopped()
  await live.close()
  return ExitCode.ok
}

/** Asks at the terminal; Ctrl+C at the question stops the preview, as it does at any other time. */
async function askFor({ remark, rehype }: Config['plugins'], output: Output): Promise<boolean> {
  const names = [...remark, ...rehype].map((plugin) => (typeof plugin === 'string' ? plugin : plugin[0]))
  const question =
    names.length === 0
      ? say`wp.config.json names no plugins now. Plugins are programs. Run them?`
      : say`wp.config.json names the plugins ${listItems(names)} now. Plugins are programs. Run them?`
  try {
    return await output.confirm(question)
  } catch {
    process.kill(process.pid, 'SIGINT')
    return false
  }
}

function describe(judgement: Judgement): string {
  const files = listFiles(judgement)
  const text = messagesToText(files)
  const summary = summarizeMessages(files, judgement.articles.size)
  return text === '' ? summary : `${text}\n\n${summary}`
}
