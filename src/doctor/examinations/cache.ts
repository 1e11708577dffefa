import { say } from '../../language/say.ts'
import { assertAsked } from '../../site/assert-asked.ts'
import { isFromCache, staleAnswer } from '../../site/caches.ts'
import type { Examination } from '../examination.ts'
import { login } from './login.ts'

const POSTS = '/wp/v2/posts'

/** Answers are of now. */
export const cache: Examination = {
  name: 'cache',
  about: say`whether a cache before WordPress serves old answers of the REST API`,
  needs: [login],
  examine: async (patient) => {
    const { last } = await patient.journey()
    if (isFromCache(last.response.headers)) {
      throw staleAnswer(await patient.url(), say`answered GET / from a cache`)
    }
    const http = await patient.http()
    // Such a cache has this one when the next is asked for.
    await http.get(POSTS, { per_page: 1, _fields: 'id' })
    await assertAsked(http, POSTS)
    return { grade: 'ok', says: say`No cache serves old answers.` }
  },
}
