import type { VFile } from 'vfile'
import type { Config } from '../config/types.ts'
import { UserError } from '../errors.ts'
import { readPosts } from '../posts/read.ts'
import type { SourceHead } from '../posts/types.ts'
import { validatePosts } from '../posts/validate.ts'
import { createToHast } from '../render/hast.ts'

/**
 * Runs the project's own unified plugins as publishing would, and puts what they say on the files of `sources`.
 *
 * Articles with an error are left out, as publishing never renders them. What plugins say is never kept for the next
 * run: nobody knows what else they look at.
 *
 * @throws UserError (usage) where a plugin cannot be loaded
 */
export async function judgePlugins(sources: readonly SourceHead[], config: Config): Promise<void> {
  const files = new Map(sources.map(({ key, file }) => [key, file]))
  const toHast = await createToHast(config)
  for (const post of await validatePosts(await readPosts(config), config)) {
    const target = files.get(post.key)
    // What `post.file` holds already has been reported on `target`.
    post.file.messages = []
    const failure = await failureOf(() => toHast(post))
    target?.messages.push(...post.file.messages)
    if (failure !== undefined && target !== undefined) reportFailure(target, failure)
  }
}

async function failureOf(work: () => Promise<unknown>): Promise<UserError | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
}

/** One article that a plugin fails on never hides what is wrong with the others. */
function reportFailure(file: VFile, { message: reason, advice }: UserError): void {
  const message = file.message(reason, { source: 'rensai', ruleId: 'plugin' })
  message.fatal = true
  message.note = advice
}
