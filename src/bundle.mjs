// @ts-check
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** Packages with native code, with threads or many files of their own. */
const OUTSIDE = ['esbuild', 'sharp', 'shiki', '@shikijs/langs', '@shikijs/themes', 'tinypool']

/**
 * Bundles the command line and what threads do into one CommonJS file: only of such a script can the compiled code
 * be kept. What is imported late is in it, too, and still runs late.
 *
 * @param {string} source folder of main.ts
 * @param {string} target file to write to
 * @throws {Error} with what esbuild says where a source is wrong
 */
export async function bundle(source, target) {
  // Not there after `npm ci --omit=dev`; what needs them imports them late and says so.
  const { devDependencies = {} } = JSON.parse(await readFile(path.join(source, '..', 'package.json'), 'utf8'))
  const external = [...OUTSIDE, ...Object.keys(devDependencies)]
  await build({
    entryPoints: [path.join(source, 'main.ts')],
    outfile: target,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    external,
    banner: { js: banner(source) },
    define: { 'import.meta.url': 'bundleAddress' },
    // Less to read at every start; names stay, for stack traces.
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: 'linked',
    logLevel: 'error',
    plugins: [adaptSources(source, external), listsOfShiki, withoutJsYaml],
  })
  const text = await readFile(target, 'utf8')
  await writeFile(target, text.replace(BEYOND_ASCII, escapeUnit))
}

/**
 * V8 reads a file of ASCII twice as fast. esbuild escapes whatever lies beyond it but in regular expressions, where the
 * same escape means the same.
 */
const BEYOND_ASCII = /[\u0080-\uFFFF]/g

/** @param {string} unit of UTF-16 */
function escapeUnit(unit) {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/**
 * What ES modules find around them and a script whose compiled code is kept does not.
 *
 * @param {string} source
 */
function banner(source) {
  const file = JSON.stringify(path.join(source, 'import-outside.cjs'))
  return `const bundleAddress = require('node:url').pathToFileURL(__filename).href, importOutside = require(${file})`
}

/**
 * Modules that look for files beside themselves must still find them there, and what they import late from outside
 * the bundle must not be imported by the bundle.
 *
 * @param {string} source
 * @param {readonly string[]} external
 * @returns {import('esbuild').Plugin}
 */
function adaptSources(source, external) {
  const lateImport = new RegExp(`(?<!typeof )\\bimport\\((?='(?:${external.join('|')})'|[^'.])`, 'g')
  return {
    name: 'adapt-sources',
    setup: ({ onLoad }) => {
      onLoad({ filter: /\.(ts|mjs)$/ }, async ({ path: file }) => {
        if (!file.startsWith(source + path.sep)) return undefined
        const text = await readFile(file, 'utf8')
        return {
          contents: text
            .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href))
            .replace(lateImport, 'importOutside('),
          loader: file.endsWith('.ts') ? 'ts' : 'js',
        }
      })
    },
  }
}

/**
 * The names of languages and themes are needed at once, and not every Node can `require` them, since they are ES
 * modules; the grammars that they name stay outside.
 *
 * @type {import('esbuild').Plugin}
 */
const listsOfShiki = {
  name: 'lists-of-shiki',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^shiki\/(langs|themes)$/ }, ({ path: name, importer }) => ({
      path: createRequire(importer).resolve(name),
    }))
  },
}

/**
 * gray-matter loads js-yaml, and that a parser of JavaScript, for an engine that front-matter.ts puts another in place
 * of: a twentieth of the time of a short command.
 *
 * @type {import('esbuild').Plugin}
 */
const withoutJsYaml = {
  name: 'without-js-yaml',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]js-yaml[\\/]index\.js$/ }, () => ({
      contents: `exports.safeLoad = exports.safeDump = () => { throw new Error('js-yaml is not in the bundle.') }`,
    }))
  },
}
