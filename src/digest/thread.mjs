// @ts-check
/** What a thread loads: its part of the bundle, since threads know no TypeScript. */
import { loadBundle } from '../load-bundle.mjs'

const { bundle, keep } = await loadBundle('thread')
const { default: digestArticles } = await bundle.loadDigestArticles()

/** @type {typeof digestArticles} */
export default (share) => {
  const digests = digestArticles(share)
  // A thread is stopped without notice, so what it compiled is kept as soon as it has seen articles.
  keep()
  return digests
}
