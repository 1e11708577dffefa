#!/usr/bin/env node
import module from 'node:module'

const argv = process.argv.slice(2)
if (argv.includes('--debug'))
  process.setSourceMapsEnabled(true)
  // Node keeps compiled code since version 22.1, which the types of the oldest supported version do not know.
;(module as { enableCompileCache?: () => unknown }).enableCompileCache?.()
// All that is loaded after this is loaded in that language, with both settings.
const [{ processEnvironment }, { chooseLanguage }, { speak }] = await Promise.all([
  import('./config/environment.ts'),
  import('./language/choose-language.ts'),
  import('./language/speak.ts'),
])
// Asking for it takes some ten milliseconds.
const system = (): string => Intl.DateTimeFormat().resolvedOptions().locale
await speak(chooseLanguage(argv, processEnvironment(), system))
const [{ run }, { outliveReaders, untilWritten }] = await Promise.all([
  import('./cli.ts'),
  import('./commands/output.ts'),
])
outliveReaders()
const exitCode = await run(argv)
await untilWritten()
// A connection that is being made cannot be given up, and would keep the process for ten seconds.
process.exit(exitCode)
