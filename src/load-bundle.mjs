// @ts-check
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import nodeModule, { createRequire } from 'node:module'
import path from 'node:path'
import { Script } from 'node:vm'
import { threadId } from 'node:worker_threads'
import { prepareBundle } from './prepare.mjs'

/** @typedef {typeof import('./main.ts')} Bundle */

/**
 * Loads the bundle of the sources, with the code that was compiled for the same purpose before: compiling it anew is
 * a quarter of the time of a short command. (Node has a cache for that since version 22; it gains half as much.)
 *
 * @param {string} purpose a word for what is going to run
 * @param {boolean} [debug] whether stack traces are to name the sources
 * @returns {Promise<{ bundle: Bundle, keep: () => void }>} `keep` keeps what has been compiled so far for the next time, once
 */
export async function loadBundle(purpose, debug = false) {
  const file = await prepareBundle()
  const require = createRequire(file)
  // Node finds the source map of what it loads by itself only.
  if (debug) return { bundle: require(file), keep: () => {} }
  return runCompiled(file, `${file}.${purpose}`, require)
}

/**
 * @param {string} file the bundle
 * @param {string} store where its compiled code is kept
 * @param {NodeJS.Require} require
 */
function runCompiled(file, store, require) {
  const cachedData = readIfThere(store)
  // The bundle is all ASCII, of which this is the quickest decoder.
  const script = new Script(nodeModule.wrap(readFileSync(file, 'latin1')), {
    filename: file,
    ...(cachedData && { cachedData }),
  })
  const module = { exports: /** @type {Bundle} */ ({}) }
  script.runInThisContext()(module.exports, require, module, file, path.dirname(file))
  let isKept = cachedData !== undefined && script.cachedDataRejected === false
  const keep = () => {
    if (!isKept) write(store, script.createCachedData())
    isKept = true
  }
  return { bundle: module.exports, keep }
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

/**
 * @param {string} file
 * @param {Buffer} content
 */
function write(file, content) {
  try {
    // Another run may be reading: it finds all of it or nothing.
    const fresh = `${file}.${process.pid}.${threadId}`
    writeFileSync(fresh, content)
    renameSync(fresh, file)
  } catch {
    // A folder that cannot be written to costs time at the next run, and nothing else.
  }
}
