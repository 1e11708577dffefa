import type { Command } from 'commander'
import { type Completion, completeWords } from '../completion/complete-words.ts'
import { ExitCode } from '../errors.ts'
import type { Output } from './output.ts'

/**
 * Prints what a shell may offer: the kind, then a line for each word, its description behind a tab. Whoever presses a
 * key is told of no error; then there is nothing to offer.
 */
export async function complete(
  program: Command,
  words: readonly string[],
  output: Output,
): Promise<ExitCode> {
  const { kind, offers } = await offersFor(program, words)
  // What breaks a line is no word that could be typed.
  const fit = offers.filter(({ word }) => !/[\p{Cc}]/u.test(word))
  output.print([kind, ...fit.map(({ word, description }) => `${word}\t${description}`)].join('\n'))
  return ExitCode.ok
}

async function offersFor(program: Command, words: readonly string[]): Promise<Completion> {
  try {
    return await completeWords(program, words, {
      slugs: async (file) => (await import('../completion/list-slugs.ts')).listSlugs(file),
      ruleIds: async () => (await import('../rules.ts')).allRules.map(({ id }) => id),
    })
  } catch {
    return { kind: 'words', offers: [] }
  }
}
