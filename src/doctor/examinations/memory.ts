import { count } from '../../language/count.ts'
import { say } from '../../language/say.ts'
import { joinSentences } from '../../language/sentences.ts'
import { SiteError } from '../../site/errors.ts'
import { MORE_MEMORY, MORE_MEMORY_ADVICE } from '../../site/out-of-memory.ts'
import type { Examination } from '../examination.ts'
import { cache } from './cache.ts'

/** The site can answer the heaviest question. */
export const memory: Examination = {
  name: 'memory',
  about: say`whether the memory and time of PHP suffice for a hundred posts at once, as publishing reads them`,
  needs: [cache],
  examine: async (patient) => {
    try {
      const posts = await patient.posts()
      return { grade: 'ok', says: say`A list of ${count(posts.length, 'post')} comes at once.` }
    } catch (error) {
      if (!(error instanceof SiteError) || error.status === undefined || error.status < 500) throw error
      throw new SiteError(error.message, {
        status: error.status,
        code: error.code,
        cause: error,
        advice: joinSentences(
          say`It fails at the list of posts, and not at a short answer, as where memory or time end.`,
          MORE_MEMORY_ADVICE,
          say`The PHP error log at the host names the cause.`,
        ),
        example: MORE_MEMORY,
      })
    }
  },
}
