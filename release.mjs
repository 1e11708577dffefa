// @ts-check
/**
 * `npm run release`: tests this version, packs it into a tarball, and tags it. Nothing leaves this machine: `npm
 * publish` is never called, since it would run the script of that name, which publishes articles.
 */
import { execFileSync } from 'node:child_process'
import { lstatSync, readFileSync } from 'node:fs'

process.chdir(import.meta.dirname)
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const tag = `v${version}`

assert(read('git', 'status', '--porcelain') === '', 'There are changes that are not committed.')
assert(
  read('git', 'tag', '--list', tag) === '',
  `${tag} is there already; package.json needs the next version.`,
)
const [, newest] = /^## (.+)$/m.exec(readFileSync('CHANGELOG.md', 'utf8')) ?? []
assert(newest === version, `CHANGELOG.md must begin with ${version}, and begins with ${newest}.`)
const tarball = `rensai-${version}.tgz`
assert(
  lstatSync(tarball, { throwIfNoEntry: false })?.isSymbolicLink() !== true,
  `${tarball} is a symbolic link, through which nothing is written.`,
)

run('npm', 'test')
run('npm', 'pack')
run('git', 'tag', '--annotate', tag, '--message', `Rensai ${version}`)
console.log(`Packed ${tarball} and tagged ${tag}. To hand both on: git push origin ${tag}`)

/** @param {string[]} command */
function read(...command) {
  const [file = '', ...args] = command
  return execFileSync(file, args, { encoding: 'utf8' }).trim()
}

/** @param {string[]} command */
function run(...command) {
  const [file = '', ...args] = command
  execFileSync(file, args, { stdio: 'inherit' })
}

/**
 * @param {boolean} condition
 * @param {string} otherwise
 */
function assert(condition, otherwise) {
  if (condition) return
  console.error(`error ${otherwise}`)
  process.exit(1)
}
