import path from 'node:path'
import { loadConfig } from '../config.ts'
import type { ExitCode } from '../errors.ts'
import { buildPreview } from '../preview/build.ts'
import { createCompiler } from '../preview/compiler.ts'
import { exitCodeOfMessages } from '../report/exit-code.ts'
import { messagesToText, summarizeMessages } from '../report/messages.ts'
import type { Output } from './output.ts'

export interface PreviewOptions {
  /** Path of wp.config.json. */
  readonly config: string
}

/** Builds the static draft preview; articles with errors get a page that says what is wrong. */
export async function preview(options: PreviewOptions, output: Output): Promise<ExitCode> {
  const config = await loadConfig(options.config)
  const snapshot = await createCompiler(config).compile()
  const folder = path.join(config.root, 'dist', 'preview')
  await buildPreview(folder, snapshot)

  const files = [...snapshot.articles.values()].map(({ draft }) => draft.source.file)
  const text = messagesToText(files)
  if (text !== '') output.say(`${text}\n`)
  output.say(
    `${summarizeMessages(files)}. Open ${path.join(path.relative(process.cwd(), folder), 'index.html')}`,
  )
  return exitCodeOfMessages(files)
}
