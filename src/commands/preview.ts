import path from 'node:path'
import { loadConfig } from '../config/load.ts'
import type { ExitCode } from '../errors.ts'
import { listFiles } from '../judge/files.ts'
import { createJudge } from '../judge/judge.ts'
import type { Judgement } from '../judge/types.ts'
import { buildPreview } from '../preview/build.ts'
import { exitCodeOfMessages } from '../report/exit-code.ts'
import { leftOutToText } from '../report/left-out.ts'
import { countMessages, summarizeMessages } from '../report/messages.ts'
import { messagesToText } from '../report/text.ts'
import { publishable } from './compile.ts'
import type { Output } from './output.ts'
import { planArticles } from './plan-articles.ts'

export interface PreviewOptions {
  /** Path of wp.config.json. */
  readonly config: string
  /** Somebody else wrote the project: nothing of it is run. @default false */
  readonly untrusted?: boolean
  /** The errors of drafts are errors, too. @default false */
  readonly strict?: boolean
  /** Show each message, also where many are alike. @default false */
  readonly all?: boolean
  /** Show in the index what publishing would do; asks the site, or the embedded WordPress. */
  readonly plan?: boolean
}

/** Below the project. */
const FOLDER = 'dist/preview'

/** Builds the static draft preview; articles with errors get a page that says what is wrong. */
export async function preview(options: PreviewOptions, output: Output): Promise<ExitCode> {
  const config = await loadConfig(options.config, options)
  const judgement = await createJudge(config, { render: true, strict: options.strict }).judge()
  const files = listFiles(judgement)
  const text = messagesToText(files, options)
  if (text !== '') output.say(`${text}\n`)
  const left = leftOutToText(judgement.leftOut)
  if (left !== '') output.say(left)
  const planned = options.plan === true ? await planWhole(judgement, output) : undefined
  buildPreview(FOLDER, { ...judgement, planned })
  output.say(
    `${summarizeMessages(files, judgement.articles.size)}. Open ${path.join(path.relative(process.cwd(), config.root), FOLDER, 'index.html')}`,
  )
  return exitCodeOfMessages(files)
}

/** What publishing would do, with the articles held back that have an error. */
async function planWhole(
  judgement: Judgement,
  output: Output,
): Promise<ReadonlyMap<string, string> | undefined> {
  if (countMessages(judgement.others).errors > 0) {
    output.say('Nothing is planned while the configuration has an error: publishing would send nothing.')
    return undefined
  }
  const { rendered, folder } = publishable(judgement)
  return await planArticles(rendered, folder, judgement.config, output)
}
