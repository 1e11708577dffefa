// @ts-check
/**
 * `npm run build`: src/ into dist/, by one call of esbuild. With `--types`, as for a package, TypeScript declares the
 * library in dist/types/, where it is installed: a clone without dev dependencies runs without.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { build } from 'esbuild'

const ROOT = import.meta.dirname
const SOURCE = path.join(ROOT, 'src')
const TARGET = path.join(ROOT, 'dist')

/** What is loaded by its file: the command line, the library, and what threads run. */
const ENTRIES = { bin: 'src/bin.ts', index: 'src/index.ts', thread: 'src/threads/tasks.ts' }

/** What is read as a file where it runs. */
const ASSETS = [
  'src/preview/assets',
  'src/wp.config.schema.json',
  'src/front-matter.schema.json',
  '.github/workflows',
  '.vscode',
]

/**
 * Packages with native code, with threads or many files of their own; and those under the GPL, so that dist/ holds none
 * of them (docs/licences.md).
 */
const OUTSIDE = [
  'esbuild',
  'sharp',
  'shiki',
  'tinypool',
  '@wordpress/autop',
  '@wordpress/block-serialization-default-parser',
]

const { peerDependencies, devDependencies } = JSON.parse(
  readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
)

/**
 * gray-matter loads js-yaml, and that a parser of JavaScript, for an engine that front-matter.ts puts another in place
 * of.
 *
 * @type {import('esbuild').Plugin}
 */
const withoutJsYaml = {
  name: 'without-js-yaml',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]js-yaml[\\/]index\.js$/ }, () => ({
      contents: `exports.safeLoad = exports.safeDump = () => { throw new Error('js-yaml is not in the build.') }`,
    }))
  },
}

const { metafile, outputFiles } = await build({
  absWorkingDir: ROOT,
  entryPoints: ENTRIES,
  outdir: TARGET,
  entryNames: '[name]',
  // All of them lie in one folder, so what looks for a file beside itself looks there.
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  external: [...OUTSIDE, ...Object.keys({ ...peerDependencies, ...devDependencies })],
  // What CommonJS packages find around them.
  banner: {
    js: `import { createRequire as createRequireOfBuild } from 'node:module'; const require = createRequireOfBuild(import.meta.url);`,
  },
  define: { RENSAI_BUILD: JSON.stringify(hashSources()) },
  // Less to read at every start; names stay, for stack traces.
  minifyWhitespace: true,
  minifySyntax: true,
  sourcemap: 'linked',
  sourcesContent: false,
  metafile: true,
  write: false,
  logLevel: 'warning',
  plugins: [withoutJsYaml],
})
for (const folder of ['.', 'types']) assertNoLink(path.join(TARGET, folder))
// Chunks first: whoever starts meanwhile finds those that it asks for.
for (const { path: file, contents } of outputFiles.reverse()) put(file, contents)
for (const name of ASSETS) copy(path.join(ROOT, name), path.join(TARGET, path.basename(name)))
put(path.join(TARGET, 'licences.txt'), Buffer.from(listLicences(Object.keys(metafile.inputs))))
removeOld(new Set(Object.keys(metafile.outputs).map((file) => path.basename(file))))
if (process.argv.includes('--types')) declareTypes()

/**
 * Writes a file in place of what is there, also of a link, which is not followed.
 *
 * @param {string} file
 * @param {Uint8Array} contents
 */
function put(file, contents) {
  assertNoLink(path.dirname(file))
  mkdirSync(path.dirname(file), { recursive: true })
  const temporary = `${file}.${process.pid}.tmp`
  rmSync(temporary, { force: true })
  const isProgram = contents[0] === 0x23 && contents[1] === 0x21
  writeFileSync(temporary, contents, { flag: 'wx', mode: isProgram ? 0o777 : 0o666 })
  renameSync(temporary, file)
}

/**
 * @param {string} source a file or folder
 * @param {string} target
 */
function copy(source, target) {
  if (!statSync(source).isDirectory()) return put(target, readFileSync(source))
  for (const name of readdirSync(source)) copy(path.join(source, name), path.join(target, name))
}

/**
 * A dist/ that leads elsewhere, as a repository can bring it along, is not written to.
 *
 * @param {string} folder
 */
function assertNoLink(folder) {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return
  console.error(`error ${path.relative(ROOT, folder)} is a symbolic link; nothing is built through it.`)
  process.exit(1)
}

/**
 * Changes with every edit of the sources and with every other version of a package.
 *
 * @returns {string} 16 hex digits
 */
function hashSources() {
  const hash = createHash('sha256')
  const sources = readdirSync(SOURCE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .sort()
  for (const file of [path.join(ROOT, 'package-lock.json'), ...sources]) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

/**
 * Removes what an earlier build made, last, so that a command that runs meanwhile finds all of the old or of the new.
 * What else lies in dist/ stays: `npm run preview` writes there, too.
 *
 * @param {ReadonlySet<string>} fresh
 */
function removeOld(fresh) {
  for (const name of readdirSync(TARGET)) {
    if (/\.js(\.map)?$/.test(name) && !fresh.has(name)) rmSync(path.join(TARGET, name))
  }
}

/**
 * The licences of the packages that went into the build, which ask to come along with every copy.
 *
 * @param {string[]} inputs files that esbuild read, relative to the root
 * @returns {string}
 */
function listLicences(inputs) {
  const folders = new Set(
    inputs.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? []),
  )
  return [...folders]
    .sort()
    .map((folder) => {
      const home = path.join(ROOT, folder)
      const { name, version, license } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'))
      const files = readdirSync(home).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file))
      const texts = files.map((file) => readFileSync(path.join(home, file), 'utf8').trim())
      return [`${name} ${version} (${license})`, ...texts].join('\n\n')
    })
    .join(`\n\n${'-'.repeat(80)}\n\n`)
    .concat('\n')
}

function declareTypes() {
  // Declarations of what is gone would go along.
  rmSync(path.join(TARGET, 'types'), { recursive: true, force: true })
  try {
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
    execFileSync(process.execPath, [tsc, '--project', path.join(ROOT, 'tsconfig.types.json')], {
      stdio: 'inherit',
    })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error
  }
}
