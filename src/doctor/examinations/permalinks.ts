import { permalinkReader } from '../../links/read-permalink.ts'
import type { RemotePost } from '../../site/types.ts'
import { finalPermalink } from '../../sync/permalink.ts'
import type { Examination } from '../examination.ts'
import { memory } from './memory.ts'

/** Links between articles are written as the site has them. */
export const permalinks: Examination = {
  name: 'permalinks',
  about: 'whether the addresses of posts are those of site.permalink',
  needs: [memory],
  examine: async (patient) => {
    const { permalink: structure } = patient.config.site
    const { home } = (await patient.index()).facts
    const [post] = (await patient.posts()).filter(({ status, slug }) => status !== 'trash' && slug !== '')
    if (post === undefined) {
      return { grade: 'ok', says: 'The site has no posts yet, so nothing tells their addresses.' }
    }
    const address = finalPermalink(post, post.slug)
    const parts = new URL(address).searchParams.has('p')
      ? undefined
      : permalinkReader(home, structure)(new URL(address))
    if (parts?.id === post.id || parts?.slug === post.slug) {
      return { grade: 'ok', says: `Posts have addresses as ${structure} says.` }
    }
    const meant = structureOf(address, home, post)
    return {
      grade: 'advice',
      says: `A post of the site has the address ${address}, which is not ${structure} of site.permalink.`,
      remedy: `Links to published articles that are written as addresses are not recognised so. ${
        meant === undefined
          ? 'Choose a structure in wp-admin > Settings > Permalinks that is not "Plain", and write it into wp.config.json.'
          : `The structure in wp-admin > Settings > Permalinks is probably the following; write into "site" of wp.config.json:`
      }`,
      ...(meant === undefined ? {} : { example: `"permalink": "${meant}"` }),
    }
  },
}

/** The structure that an address was probably made by; `undefined` where it has no path. */
function structureOf(address: string, home: string, { id, slug, date }: RemotePost): string | undefined {
  const path = decodeURI(new URL(address).pathname.slice(new URL(home).pathname.replace(/\/$/, '').length))
  if (path === '/' || path === '') return undefined
  const [year = '', month = '', day = ''] = (date ?? '').slice(0, 10).split('-')
  const tags = new Map([
    [slug, '%postname%'],
    [String(id), '%post_id%'],
    [year, '%year%'],
    [month, '%monthnum%'],
    [day, '%day%'],
  ])
  // From behind: the slug of a post may be a number like that of its month.
  const left = new Map(tags)
  const parts = path
    .split('/')
    .toReversed()
    .map((part) => {
      const name = part.replace(/\.html$/, '')
      const tag = left.get(name)
      left.delete(name)
      return tag === undefined ? part : part.replace(name, tag)
    })
  return parts.toReversed().join('/')
}
