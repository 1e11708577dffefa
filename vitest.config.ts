import { defineConfig } from 'vitest/config'

/** Loading the modules anew for each file takes as long as the tests of most; none of them changes a module. */
const shared = { isolate: false }

const slow = {
  ...shared,
  // They have one WordPress, which is emptied for each file; two at once starve a two-core machine.
  fileParallelism: false,
  // After the unit tests, which use every core.
  sequence: { groupOrder: 1 },
  testTimeout: 300_000,
  hookTimeout: 300_000,
}

const native = { globalSetup: 'test/native/global-setup.ts', ...slow }

/** What the editor of the oldest version writes otherwise in more than spelling. */
const newerEditor = 'test/render/newer-editor.native.test.ts'

/** What needs a theme and blocks that older versions do not have. */
const stockSite = 'test/render/stock-site.native.test.ts'

/** Hooked blocks in the content of posts came with 6.8. */
const additions = 'test/sync/{additions,kept-hooked}.native.test.ts'

/** The core footnotes block came with 6.3. */
const coreNotes = 'test/pull/core-notes.native.test.ts'

/** What every version of WordPress has to pass, in a few minutes. */
const quick = ['test/commands/publish.wordpress.test.ts', newerEditor, additions]

/** What depends on WordPress itself rather than on our own steps; the others take as long and would tell the same. */
const telling = [
  'test/commands/pull.native.test.ts',
  coreNotes,
  'test/render/author.wordpress.test.ts',
  'test/sync/{content,lost-marker,overwriting}.native.test.ts',
]

export default defineConfig({
  test: {
    globalSetup: 'test/helpers/build.ts',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.wordpress.test.ts', 'test/**/*.native.test.ts'],
          setupFiles: 'test/helpers/fixed-seed.ts',
          ...shared,
          maxWorkers: '100%',
          // A guard against hanging, wide enough for a machine that does other things, too.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'wordpress',
          include: ['test/**/*.wordpress.test.ts'],
          globalSetup: 'test/embedded/global-setup.ts',
          ...slow,
        },
      },
      {
        test: {
          name: 'native',
          include: ['test/**/*.native.test.ts', 'test/commands/publish.wordpress.test.ts'],
          exclude: [newerEditor, additions, stockSite, coreNotes],
          ...native,
        },
      },
      { test: { name: 'native-newer', include: quick, ...native } },
      { test: { name: 'native-newest', include: [...quick, ...telling, stockSite], ...native } },
    ],
  },
})
