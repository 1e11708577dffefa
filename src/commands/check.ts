import { loadConfig } from '../config.ts'
import type { ExitCode } from '../errors.ts'
import { checkLinks } from '../links/check-local.ts'
import { createLinkTargets } from '../links/targets.ts'
import { readPosts } from '../posts/read.ts'
import { listAddresses, validatePosts } from '../posts/validate.ts'
import { exitCodeOfMessages } from '../report/exit-code.ts'
import { messagesToJson, messagesToText, summarizeMessages } from '../report/messages.ts'
import type { Output } from './output.ts'

export interface CheckOptions {
  /** Path of wp.config.json. */
  readonly config: string
  readonly format: 'text' | 'json'
}

/** Judges every article without any network; every problem of every file in one run. */
export async function check(options: CheckOptions, output: Output): Promise<ExitCode> {
  const config = await loadConfig(options.config)
  const sources = await readPosts(config)
  await validatePosts(sources, config)
  checkLinks(sources, createLinkTargets(listAddresses(sources, config), config), config)

  const files = sources.map(({ file }) => file)
  if (options.format === 'json') {
    output.print(JSON.stringify(messagesToJson(files), undefined, 2))
    return exitCodeOfMessages(files)
  }
  const text = messagesToText(files)
  if (text !== '') output.say(`${text}\n`)
  if (config.categories === undefined) {
    output.say('Note: wp.config.json lists no categories, so their names are checked only when publishing.')
  }
  output.say(summarizeMessages(files))
  return exitCodeOfMessages(files)
}
