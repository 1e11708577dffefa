// @ts-check
/** What `npm run ...` starts: the command line, from a bundle that is as new as the sources. */
import { loadBundle } from './load-bundle.mjs'
import { prepareBundle } from './prepare.mjs'

const argv = process.argv.slice(2)
const [command = ''] = argv
const debug = argv.includes('--debug')
if (debug) process.setSourceMapsEnabled(true)

// `npm ci` prepares the bundle by running this file without arguments.
if (argv.length === 0) await prepareBundle()
else {
  const { bundle, keep } = await loadBundle(/^[a-z]+$/.test(command) ? command : 'other', debug)
  process.once('exit', keep)
  process.exitCode = await bundle.run(argv)
}
