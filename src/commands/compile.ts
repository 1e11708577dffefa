import type { Config } from '../config/types.ts'
import { listFiles } from '../judge/files.ts'
import { createJudge, type Judge } from '../judge/judge.ts'
import type { RenderedPost } from '../render/types.ts'
import { countMessages, summarizeMessages } from '../report/messages.ts'
import { messagesToText } from '../report/text.ts'
import type { Output } from './output.ts'

/**
 * The compile half of every command that needs content: judges the folder and says what was found.
 *
 * @param judge one that will be asked again
 * @returns the rendered articles, or `undefined` where there is an error; all of them have been reported
 */
export async function compile(
  config: Config,
  output: Pick<Output, 'say'>,
  judge: Judge = createJudge(config, { render: true }),
): Promise<RenderedPost[] | undefined> {
  const judgement = await judge.judge()
  const articles = [...judgement.articles.values()]
  const files = listFiles(judgement)
  const text = messagesToText(files)
  if (text !== '') output.say(`${text}\n`)
  if (countMessages(files).errors > 0) {
    output.say(`${summarizeMessages(files, articles.length)}. Nothing was sent.`)
    return undefined
  }
  return articles.flatMap(({ rendered }) => rendered ?? [])
}
