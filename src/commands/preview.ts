import path from 'node:path'
import { loadConfig } from '../config/load.ts'
import type { ExitCode } from '../errors.ts'
import { buildPreview } from '../preview/build.ts'
import { createCompiler } from '../preview/compiler.ts'
import type { Snapshot } from '../preview/snapshot.ts'
import { exitCodeOfMessages } from '../report/exit-code.ts'
import { countMessages, summarizeMessages } from '../report/messages.ts'
import { messagesToText } from '../report/text.ts'
import type { Output } from './output.ts'
import { planArticles } from './plan-articles.ts'

export interface PreviewOptions {
  /** Path of wp.config.json. */
  readonly config: string
  /** Show in the index what publishing would do; asks the site, or the embedded WordPress. */
  readonly plan?: boolean
}

/** Below the project. */
const FOLDER = 'dist/preview'

/** Builds the static draft preview; articles with errors get a page that says what is wrong. */
export async function preview(options: PreviewOptions, output: Output): Promise<ExitCode> {
  const config = await loadConfig(options.config)
  const snapshot = await createCompiler(config).compile()
  const files = [...snapshot.articles.values()].map(({ draft }) => draft.source.file)
  const text = messagesToText(files)
  if (text !== '') output.say(`${text}\n`)
  const planned = options.plan === true ? await planWhole(snapshot, output) : undefined
  buildPreview(FOLDER, planned === undefined ? snapshot : { ...snapshot, planned })
  output.say(
    `${summarizeMessages(files)}. Open ${path.join(path.relative(process.cwd(), config.root), FOLDER, 'index.html')}`,
  )
  return exitCodeOfMessages(files)
}

/** Publishing sends nothing while any article has an error, so there is nothing to plan then. */
async function planWhole(
  { articles, config }: Snapshot,
  output: Output,
): Promise<ReadonlyMap<string, string> | undefined> {
  const files = [...articles.values()].map(({ draft }) => draft.source.file)
  if (countMessages(files).errors > 0) {
    output.say('Nothing is planned while an article has an error: publishing would send nothing.')
    return undefined
  }
  const rendered = [...articles.values()].flatMap((article) => article.rendered ?? [])
  return await planArticles(rendered, config, output)
}
