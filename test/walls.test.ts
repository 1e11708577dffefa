import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { glob } from 'tinyglobby'
import { expect, test } from 'vitest'

const files = await glob('src/**/*.ts')
const sources = await Promise.all(files.map(async (file) => ({ file, text: await readFile(file, 'utf8') })))

function inRoom(...rooms: string[]): typeof sources {
  const found = sources.filter(({ file }) => rooms.some((room) => file.startsWith(`src/${room}`)))
  expect(found).not.toEqual([])
  return found
}

function outside(...rooms: string[]): typeof sources {
  return sources.filter(({ file }) => !rooms.some((room) => file.startsWith(`src/${room}`)))
}

/** Project files that `file` imports, itself included, all the way down. */
function reach(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  const text = sources.find((source) => source.file === file)?.text ?? ''
  for (const [, target = ''] of text.matchAll(/^(?:import|export) (?!type )[^'(]*'(\.[^']+)'/gm)) {
    reach(path.posix.join(path.posix.dirname(file), target), seen)
  }
  return seen
}

function matches(found: typeof sources, pattern: RegExp): string[] {
  return found.flatMap(({ file, text }) => (pattern.test(text) ? [file] : []))
}

test('1: posts, render, links and digest know no site', () => {
  const found = inRoom('posts/', 'render/', 'links/', 'digest/').flatMap(({ file }) =>
    [...reach(file)]
      .filter((target) => /^src\/(site|sync)\//.test(target))
      .map((target) => `${file} -> ${target}`),
  )
  expect(found).toEqual([])
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

test('3: only sync/ causes mutating requests', () => {
  expect(
    matches(
      outside('sync/', 'site/'),
      /\.(createPost|updatePost|createTerm|uploadMedia|updateMedia|trashPost|deleteTerm|deleteMedia)\(/,
    ),
  ).toEqual([])
  expect(
    matches(inRoom('sync/plan', 'sync/identify', 'sync/decide', 'sync/resolve'), /site\/client/),
  ).toEqual([])
})

test('4: snake_case wire shapes stay in site/', () => {
  expect(
    matches(
      outside('site/', 'posts/'),
      /\b(featured_media|modified_gmt|alt_text|source_url|permalink_template)\b/,
    ),
  ).toEqual([])
})

test('5: only cli.ts sets the exit code; only cli.ts, commands/ and report/ print', () => {
  expect(matches(outside('cli.ts'), /process\.exit\b|process\.exitCode/)).toEqual([])
  expect(matches(outside('cli.ts', 'commands/', 'report/'), /console\.|process\.std(out|err)/)).toEqual([])
})

test('6: process.env is read in config.ts alone', () => {
  expect(matches(outside('config.ts'), /process\.env/)).toEqual([])
})

test('8: there is no room without a name', () => {
  expect(files.filter((file) => /\/(utils?|helpers?|common)(\/|\.ts$)/.test(file))).toEqual([])
})

test('check starts without the parser, which an unchanged folder never needs', () => {
  const reached = [...reach('src/commands/check.ts')]
  expect(reached).toContain('src/digest/read-digests.ts')
  expect(
    reached.filter((file) => /^src\/(render\/markdown|posts\/read|posts\/write-fixes)\.ts$/.test(file)),
  ).toEqual([])
})

test('zod is imported as a namespace: otherwise every start loads its messages in fifty languages', () => {
  expect(matches(sources, /^import \{.* from 'zod'/m)).toEqual([])
})
