import { defineConfig } from 'vitest/config'

const slow = {
  // Each file has a WordPress of its own; two at once starve a two-core machine.
  fileParallelism: false,
  testTimeout: 300_000,
  hookTimeout: 300_000,
}

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
          maxWorkers: '100%',
          // A guard against hanging, wide enough for a machine that does other things, too.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'wordpress', include: ['test/**/*.wordpress.test.ts'], ...slow } },
      {
        test: {
          name: 'native',
          include: ['test/**/*.native.test.ts', 'test/{commands,sync}/*.wordpress.test.ts'],
          globalSetup: 'test/native/global-setup.ts',
          ...slow,
        },
      },
    ],
  },
})
