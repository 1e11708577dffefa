import { say } from '../../language/say.ts'
import { joinSentences } from '../../language/sentences.ts'
import { inferPermalink } from '../../links/infer-permalink.ts'
import { permalinkReader } from '../../links/read-permalink.ts'
import { finalPermalink } from '../../sync/permalink.ts'
import type { Examination } from '../examination.ts'
import { memory } from './memory.ts'

/** Links between articles are written as the site has them. */
export const permalinks: Examination = {
  name: 'permalinks',
  about: say`whether the addresses of posts are those of site.permalink`,
  needs: [memory],
  examine: async (patient) => {
    const { permalink: structure } = patient.config.site
    const { home } = (await patient.index()).facts
    const posts = (await patient.posts()).filter(({ status, slug }) => status !== 'trash' && slug !== '')
    const [post] = posts
    if (post === undefined) {
      return { grade: 'ok', says: say`The site has no posts yet, so nothing tells their addresses.` }
    }
    const address = finalPermalink(post, post.slug)
    const isPlain = new URL(address).searchParams.has('p')
    const parts = isPlain ? undefined : permalinkReader(home, structure)(new URL(address))
    if (parts?.id === post.id || parts?.slug === post.slug) {
      return { grade: 'ok', says: say`Posts have addresses as ${structure} says.` }
    }
    const meant = inferPermalink(posts, home)
    return {
      grade: 'advice',
      says: say`A post of the site has the address ${address}, which is not ${structure} of site.permalink.`,
      remedy: joinSentences(
        say`Links to published articles that are written as addresses are not recognised so.`,
        isPlain
          ? say`Choose a structure in wp-admin > Settings > Permalinks that is not "Plain", and write it into wp.config.json.`
          : meant === undefined
            ? say`Write the structure of wp-admin > Settings > Permalinks into "site" of wp.config.json.`
            : say`The structure in wp-admin > Settings > Permalinks is probably the following; write into "site" of wp.config.json:`,
      ),
      ...(meant === undefined ? {} : { example: `"permalink": "${meant}"` }),
    }
  },
}
