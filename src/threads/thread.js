// @ts-check
/**
 * What threads run where the sources have not been built: Node 20 reads no TypeScript. In dist/ the file of this name
 * is made of tasks.ts itself (build.mjs).
 */
import { tsImport } from 'tsx/esm/api'

/** @type {typeof import('./tasks.ts')} */
const { digest, render } = await tsImport('./tasks.ts', import.meta.url)

export { digest, render }
