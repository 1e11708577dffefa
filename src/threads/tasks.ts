/** What threads do, each a share of the articles at a time. */
export { digestArticles as digest } from '../digest/digest-articles.ts'
export { renderShare as render } from '../judge/render-share.ts'
