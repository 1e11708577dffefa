import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { glob } from 'tinyglobby'
import { expect, test } from 'vitest'

const files = (await glob('src/**/*.{ts,js}', { ignore: 'src/preview/assets/**' })).sort()
const sources = await Promise.all(files.map(async (file) => ({ file, text: await readFile(file, 'utf8') })))

function inRoom(...rooms: string[]): typeof sources {
  const found = sources.filter(({ file }) => rooms.some((room) => file.startsWith(`src/${room}`)))
  expect(found).not.toEqual([])
  return found
}

function outside(...rooms: string[]): typeof sources {
  return sources.filter(({ file }) => !rooms.some((room) => file.startsWith(`src/${room}`)))
}

/** Project files that a file imports by name or late, types included where they count. */
function importsOf(file: string, withTypes: boolean): string[] {
  const text = sources.find((source) => source.file === file)?.text ?? ''
  const early = /^(?:import|export) (?!type )[^'(]*'(\.[^']+)'/gm
  const every = /\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g
  return [...text.matchAll(withTypes ? every : early)]
    .map(([, target = '']) => path.posix.join(path.posix.dirname(file), target))
    .filter((target) => files.includes(target))
}

/** Project files that `file` imports at once, itself included, all the way down. */
function reach(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const target of importsOf(file, false)) reach(target, seen)
  return seen
}

/** Files that import each other in a circle, types and late imports included, each circle sorted. */
function listCircles(): string[][] {
  const reached = new Map(files.map((file) => [file, reachEvery(file)]))
  const groups = files.map((file) =>
    files.filter((other) => reached.get(file)?.has(other) && reached.get(other)?.has(file)),
  )
  return groups.filter((group, index) => group.length > 0 && group[0] === files[index])
}

/** What a file reaches by at least one import. */
function reachEvery(file: string): Set<string> {
  const seen = new Set<string>()
  const open = [file]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const target of importsOf(next, true)) {
      if (!seen.has(target)) open.push(target)
      seen.add(target)
    }
  }
  return seen
}

function matches(found: typeof sources, pattern: RegExp): string[] {
  return found.flatMap(({ file, text }) => (pattern.test(text) ? [file] : []))
}

test('1: posts, constructs, render, links, digest, judge and the fields know no site', () => {
  const found = inRoom('fields/', 'posts/', 'constructs/', 'render/', 'links/', 'digest/', 'judge/').flatMap(
    ({ file }) =>
      [...reach(file)]
        .filter((target) => /^src\/(site|sync)\//.test(target))
        .map((target) => `${file} -> ${target}`),
  )
  expect(found).toEqual([])
})

test('1: nor by a type', () => {
  const found = inRoom('fields/', 'posts/', 'constructs/', 'render/', 'links/', 'digest/', 'judge/').flatMap(
    ({ file }) =>
      importsOf(file, true)
        .filter((target) => /^src\/(site|sync)\//.test(target))
        .map((target) => `${file} -> ${target}`),
  )
  expect(found).toEqual([])
})

test('1: the fields import nothing but nouns and pure helpers of posts/ and standards/', () => {
  const found = [...new Set(inRoom('fields/').flatMap(({ file }) => [...reach(file)]))]
  const others = found.filter((file) => !/^src\/(fields|language|posts|standards)\//.test(file))
  expect(others).toEqual([])
})

test('2: the planner is pure, and so is everything it imports', () => {
  const reached = [...reach('src/sync/plan.ts')]
  const texts = sources.filter(({ file }) => reached.includes(file))
  expect(
    matches(
      texts,
      /\bawait\b|\basync\b|Date\.now|new Date\(\)|console\.|process\.|from 'node:fs|Math\.random/,
    ),
  ).toEqual([])
})

test('3: only what sync/apply.ts runs causes mutating requests', () => {
  const mutating =
    /\.(createPost|updatePost|createTerm|uploadMedia|makeSizes|updateMedia|trashPost|deleteTerm|deleteMedia)\(/
  expect(matches(outside('sync/changes/', 'site/'), mutating)).toEqual([])
  const step = '\\b(make|finish|mend|together)\\b'
  const carriesOut = new RegExp(`kindOf\\([^)]*\\)\\.${step}|\\{[^}]*${step}[^}]*\\} = kindOf|applyPair\\(`)
  expect(matches(outside('sync/apply', 'sync/dependencies.ts'), carriesOut)).toEqual([])
  expect(
    matches(inRoom('sync/plan', 'sync/identify', 'sync/decide', 'sync/resolve'), /site\/client/),
  ).toEqual([])
})

test('a kind of change is known to its own file and to who plans it', () => {
  const kinds = inRoom('sync/changes/').flatMap(({ text }) => /^ {2}kind: '(.+)',$/m.exec(text)?.[1] ?? [])
  expect(kinds).toContain('create-post')
  expect(
    matches(
      outside('sync/changes/', 'sync/plan', 'sync/orphans.ts', 'sync/versions.ts'),
      new RegExp(`'(${kinds.join('|')})'`),
    ),
  ).toEqual([])
})

test('4: snake_case wire shapes stay in site/, and in the records of the fields', () => {
  expect(
    matches(
      outside('site/', 'fields/', 'posts/'),
      /\b(featured_media|modified_gmt|alt_text|source_url|permalink_template)\b/,
    ),
  ).toEqual([])
})

test('5: only cli.ts tells the exit code, which bin.ts sets; only cli.ts, commands/ and report/ print', () => {
  expect(matches(outside('cli.ts', 'bin.ts'), /process\.exit\b|process\.exitCode/)).toEqual([])
  expect(matches(outside('cli.ts', 'commands/', 'report/'), /console\.|process\.std(out|err)/)).toEqual([])
})

test('5: one place writes to the streams, and lets nothing but lines and colours through', () => {
  expect(matches(sources, /process\.std(out|err)\.write|console\./)).toEqual(['src/commands/output.ts'])
})

test('6: process.env is read in config/environment.ts alone', () => {
  expect(matches(outside('config/environment.ts'), /process\.env/)).toEqual([])
})

test('10: files are written by src/files/ alone, so never through a link', () => {
  const readers = [
    'access',
    'createReadStream',
    'existsSync',
    'lstat',
    'lstatSync',
    'readdir',
    'readdirSync',
    'readFile',
    'readFileSync',
    'realpath',
    'realpathSync',
    'stat',
    'statSync',
  ]
  const writers = sources.flatMap(({ file, text }) => {
    if (/\bwrite-file-atomic\b|\b(?:require|import)\(\s*['"](?:node:)?fs\b|process\.binding/.test(text))
      return [file]
    const imports = [...text.matchAll(/^import ([^'"]*?) from ['"](?:node:)?fs(?:\/promises)?['"]/gm)]
    const names = imports.flatMap(([, list = '']) =>
      list
        .replace(/[{}\s]/g, '')
        .split(',')
        .filter(Boolean),
    )
    return names.every((name) => readers.includes(name)) ? [] : [file]
  })
  expect(writers.filter((file) => !file.startsWith('src/files/'))).toEqual([
    // What GitHub Actions names in the environment is no file of the project, and is added to.
    'src/commands/step-summary.ts',
    // WordPress's own thousands of files, in a folder that is made for them.
    'src/sandbox/unpack.ts',
  ])
})

test('no files import each other in a circle', () => {
  expect(listCircles()).toEqual([])
})

test('8: there is no room without a name', () => {
  expect(files.filter((file) => /\/(utils?|helpers?|common)(\/|\.ts$)/.test(file))).toEqual([])
})

test('check starts without the parser, which an unchanged folder never needs', () => {
  const reached = [...reach('src/commands/check.ts')]
  expect(reached).toContain('src/digest/digests.ts')
  expect(
    reached.filter((file) =>
      /^src\/(site\/|render\/(markdown|hast|render)\.ts|posts\/(read|write-fixes)\.ts)/.test(file),
    ),
  ).toEqual([])
})

test('parsing loads constructs, and nothing that only rendering, writing or pulling them needs', () => {
  const reached = [...reach('src/render/markdown.ts')]
  expect(reached).toContain('src/constructs/registry.ts')
  const heavy =
    /^import (?!type )[^']*'(?:shiki|rehype-|remark-rehype|remark-stringify|hast-util-(?:raw|to-html|to-mdast|from-html)|@wordpress)/m
  expect(
    matches(
      sources.filter(({ file }) => reached.includes(file)),
      heavy,
    ),
  ).toEqual([])
})

test('zod is imported as a namespace: otherwise every start loads its messages in fifty languages', () => {
  expect(matches(sources, /^import \{.* from 'zod'/m)).toEqual([])
})
