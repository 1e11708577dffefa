// @ts-check
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const SOURCE = path.dirname(fileURLToPath(import.meta.url))
const ROOT = path.dirname(SOURCE)
/** Below node_modules, so that packages outside the bundle are found from there. */
const CACHE = path.join(ROOT, 'node_modules', '.cache', 'rensai')
const FILE = 'rensai.cjs'
const DAY = 86_400_000
const STAMP = Symbol.for('rensai.stamp')

/**
 * Bundles src/ into plain JavaScript where something changed since the last time: loading several hundred modules
 * one by one takes a second, loading a bundle a tenth of it.
 *
 * @returns {Promise<string>} the file of the bundle, alone in its folder
 */
export async function prepareBundle() {
  const folder = path.join(CACHE, stampSources())
  const file = path.join(folder, FILE)
  if (existsSync(folder)) return file
  const { bundle } = await import('./bundle.mjs')
  mkdirSync(CACHE, { recursive: true })
  dropOld()
  const fresh = mkdtempSync(path.join(CACHE, 'fresh-'))
  await bundle(SOURCE, path.join(fresh, FILE))
  install(fresh, folder)
  return file
}

/**
 * Changes with every edit of the sources, of the dependencies, and with the place of the project.
 *
 * @returns {string} 16 hex digits
 */
export function stampSources() {
  // The bundle holds a copy of this module, and asks again.
  const known = /** @type {{ [STAMP]?: string }} */ (globalThis)
  known[STAMP] ??= hashSources()
  return known[STAMP]
}

function hashSources() {
  const hash = createHash('sha256').update(`${ROOT} ${process.version}`)
  const sources = readdirSync(SOURCE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .sort()
  for (const file of [path.join(ROOT, 'package-lock.json'), ...sources]) {
    const { mtimeMs, size } = statSync(file)
    hash.update(`\n${file} ${mtimeMs} ${size}`)
  }
  return hash.digest('hex').slice(0, 16)
}

/**
 * Two commands may bundle at the same moment; what the first put into its place is as good.
 *
 * @param {string} fresh
 * @param {string} folder
 */
function install(fresh, folder) {
  try {
    renameSync(fresh, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    rmSync(fresh, { recursive: true, force: true })
  }
}

/** A bundle in use may still load parts of itself, so only those of earlier days go. */
function dropOld() {
  for (const name of readdirSync(CACHE)) {
    const old = path.join(CACHE, name)
    if (Date.now() - statSync(old).mtimeMs > DAY) rmSync(old, { recursive: true, force: true })
  }
}
