// @ts-check
/** What `npm run ...` starts: the command line, from a bundle that is as new as the sources. */
import * as nodeModule from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { prepareBundle } from './prepare.mjs'

const folder = await prepareBundle()
if (process.argv.includes('--debug')) process.setSourceMapsEnabled(true)
// Node 22 keeps compiled code on disk; Node 20 has no such thing.
const { enableCompileCache } = /** @type {{ enableCompileCache?: () => void }} */ (nodeModule)
enableCompileCache?.()
// `npm ci` prepares the bundle by running this file without arguments.
if (process.argv.length > 2) await import(pathToFileURL(path.join(folder, 'cli.js')).href)
