/** What the bundle offers to those that start it: start.mjs, and the threads that digest articles. */
export { run } from './cli.ts'

/** Loaded only where it is asked for: most commands need no parser to begin with. */
export const loadDigestArticles = () => import('./digest/digest-articles.ts')
