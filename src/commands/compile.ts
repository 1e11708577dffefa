import type { Config } from '../config/types.ts'
import { checkLinks } from '../links/check-local.ts'
import { createLinkTargets } from '../links/targets.ts'
import { readPosts } from '../posts/read.ts'
import { listAddresses, validatePosts } from '../posts/validate.ts'
import { renderPosts } from '../render/render.ts'
import type { RenderedPost } from '../render/types.ts'
import { countMessages, summarizeMessages } from '../report/messages.ts'
import { messagesToText } from '../report/text.ts'
import type { Output } from './output.ts'

/**
 * The compile half of every command that needs content: read, validate, check the links, render.
 *
 * @returns the rendered articles, or `undefined` where an article has an error; all of them have been reported
 */
export async function compile(
  config: Config,
  output: Pick<Output, 'say'>,
): Promise<RenderedPost[] | undefined> {
  const sources = await readPosts(config)
  const posts = await validatePosts(sources, config)
  const targets = createLinkTargets(listAddresses(sources), config)
  checkLinks(sources, targets, config)

  const files = sources.map(({ file }) => file)
  const isSound = countMessages(files).errors === 0
  let rendered: RenderedPost[] | undefined
  try {
    if (isSound) rendered = await renderPosts(posts, config, (url, from) => targets(url, from.file.path))
  } finally {
    // Only now, since plugins of the project may report something, too; and even where one of them fails.
    const text = messagesToText(files)
    if (text !== '') output.say(`${text}\n`)
  }
  if (rendered === undefined || countMessages(files).errors > 0) {
    output.say(`${summarizeMessages(files)}. Nothing was sent.`)
    return undefined
  }
  return rendered
}
