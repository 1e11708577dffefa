// @ts-check
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** Packages with native code, with threads or many files of their own. */
const OUTSIDE = ['esbuild', 'sharp', 'shiki', 'tinypool']

/** CommonJS packages inside an ES module still ask for `require`. */
const REQUIRE = `import { createRequire as makeRequire } from 'node:module'
const require = makeRequire(import.meta.url)`

/**
 * Bundles the command line, each command and each package it loads late in a part of its own, and what threads do.
 *
 * @param {string} source folder of cli.ts
 * @param {string} target folder to write to
 * @throws {Error} with what esbuild says where a source is wrong
 */
export async function bundle(source, target) {
  // Not there after `npm ci --omit=dev`; what needs them imports them late and says so.
  const { devDependencies = {} } = JSON.parse(await readFile(path.join(source, '..', 'package.json'), 'utf8'))
  await build({
    entryPoints: ['cli.ts', 'digest/digest-articles.ts'].map((file) => path.join(source, file)),
    outbase: source,
    outdir: target,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    external: [...OUTSIDE, ...Object.keys(devDependencies)],
    banner: { js: REQUIRE },
    // Less to read at every start; names stay, for stack traces.
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: 'linked',
    logLevel: 'error',
    plugins: [keepOwnAddress(source)],
  })
}

/**
 * Modules that look for files beside themselves must still find them there.
 *
 * @param {string} source
 * @returns {import('esbuild').Plugin}
 */
function keepOwnAddress(source) {
  return {
    name: 'keep-own-address',
    setup: ({ onLoad }) => {
      onLoad({ filter: /\.(ts|mjs)$/ }, async ({ path: file }) => {
        if (!file.startsWith(source + path.sep)) return undefined
        const text = await readFile(file, 'utf8')
        const address = JSON.stringify(pathToFileURL(file).href)
        return {
          contents: text.replaceAll('import.meta.url', address),
          loader: file.endsWith('.ts') ? 'ts' : 'js',
        }
      })
    },
  }
}
