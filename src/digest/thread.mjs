// @ts-check
/** What a thread loads: its part of the bundle, since threads know no TypeScript. */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { prepareBundle } from '../prepare.mjs'

const file = path.join(await prepareBundle(), 'digest', 'digest-articles.js')
const { default: digestArticles } = await import(pathToFileURL(file).href)

export default digestArticles
