import { once } from 'node:events'
import { ExitCode } from '../errors.ts'
import { serveLive } from '../preview/live/serve.ts'
import type { Snapshot } from '../preview/snapshot.ts'
import { summarizeMessages } from '../report/messages.ts'
import { messagesToText } from '../report/text.ts'
import type { Output } from './output.ts'

export interface PreviewLiveOptions {
  /** Path of wp.config.json. */
  readonly config: string
  readonly port: number | undefined
}

/** Serves the preview and keeps it up to date until the process is told to stop. */
export async function previewLive(options: PreviewLiveOptions, output: Output): Promise<ExitCode> {
  const live = await serveLive({
    ...options,
    onUpdate: ({ workspace }) => {
      const problem = workspace.problem()
      if (problem === undefined) output.say(describe(workspace.snapshot()))
      else output.say(`${problem.message}\n  ${problem.advice}`)
    },
  })
  output.say(describe(live.workspace.snapshot()))
  output.say(`Preview: ${live.url}/\nCtrl+C stops it.`)
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await live.close()
  return ExitCode.ok
}

function describe({ articles }: Snapshot): string {
  const files = [...articles.values()].map(({ draft }) => draft.source.file)
  const text = messagesToText(files)
  return text === '' ? summarizeMessages(files) : `${text}\n\n${summarizeMessages(files)}`
}
