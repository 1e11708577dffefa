// @ts-check
/**
 * What threads run where the sources have not been built: Node 20 reads no TypeScript. In dist/ the file of this name
 * is made of digest-articles.ts itself (build.mjs).
 */
import { tsImport } from 'tsx/esm/api'

/** @type {typeof import('./digest-articles.ts')} */
const { default: digestArticles } = await tsImport('./digest-articles.ts', import.meta.url)
export default digestArticles
