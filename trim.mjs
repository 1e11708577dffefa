// @ts-check
/**
 * After an install: takes away the WordPresses that the package of the embedded one brings along and Rensai never runs,
 * 300 MB. Whoever wants them back installs the package anew.
 */
import { lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

const ROOT = import.meta.dirname
const BUILDS = path.join(ROOT, 'node_modules', '@wp-playground', 'wordpress-builds')

const source = readFileSync(path.join(ROOT, 'src/sandbox/packages.ts'), 'utf8')
const version = /WORDPRESS_VERSION = '([\d.]+)'/.exec(source)?.[1]
if (version === undefined) throw new Error('src/sandbox/packages.ts names no version of WordPress.')

for (const name of ['public', 'src/wordpress']) {
  const folder = path.join(BUILDS, name)
  // A link leads to a package that others use, too.
  if (!isFolder(BUILDS) || !isFolder(folder)) continue
  for (const entry of readdirSync(folder)) {
    if (/^wp-(?:\d+\.\d+|beta|nightly)(?:\.zip)?$/.test(entry) && !entry.startsWith(`wp-${version}`))
      rmSync(path.join(folder, entry), { recursive: true, force: true })
  }
}

/** @param {string} file */
function isFolder(file) {
  return lstatSync(file, { throwIfNoEntry: false })?.isDirectory() === true
}
