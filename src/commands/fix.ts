import pc from 'picocolors'
import type { Config } from '../config/types.ts'
import type { Judgement } from '../judge/types.ts'
import { say } from '../language/say.ts'
import { type FixResult, writeFixes } from '../posts/write-fixes.ts'
import { printable } from '../report/printable.ts'
import type { Output } from './output.ts'

/** An edit can make room for another one, but no article needs more rounds than this. */
const MOST_ROUNDS = 10

/**
 * Mends the articles until nothing is left that can be mended, and says what was done.
 *
 * @param judge reads and judges the articles as they are now
 * @returns the judgement of the articles as they are in the end
 */
export async function fixArticles<Judged extends Judgement>(
  judge: () => Promise<Judged>,
  config: Config,
  output: Output,
): Promise<Judged> {
  const refused = new Map<string, FixResult>()
  let judged = await judge()
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const results = await writeFixes(
      [...judged.articles.values()].map(({ draft }) => draft.source).filter(({ key }) => !refused.has(key)),
      config,
    )
    for (const result of results) {
      if (result.refused === undefined) output.say(describeFixes(result))
      else refused.set(result.source.key, result)
    }
    if (results.every((result) => result.refused !== undefined)) break
    judged = await judge()
  }
  for (const { source, refused: reason } of refused.values()) {
    output.say(
      `${pc.yellow(say`not fixed`)} ${say`${printable(source.file.path)}: ${printable(reason ?? '')}.`}`,
    )
  }
  return judged
}

function describeFixes({ source, messages }: FixResult): string {
  const { file } = source
  return messages
    .flatMap(({ line, column, ruleId, fix }) => (fix === undefined ? [] : [{ line, column, ruleId, fix }]))
    .sort((a, b) => a.fix.start - b.fix.start)
    .map(({ line, column, ruleId, fix: { start, end, text } }) => {
      const edit = `${String(file).slice(start, end)} -> ${text}`
      return `${pc.green(say`fixed`)} ${printable(file.path)}:${line}:${column} ${printable(edit)} ${pc.dim(ruleId ?? '')}`
    })
    .join('\n')
}
