#!/usr/bin/env node
import module from 'node:module'

const argv = process.argv.slice(2)
if (argv.includes('--debug'))
  process.setSourceMapsEnabled(true)
  // Node keeps compiled code since version 22.1, which the types of the oldest supported version do not know.
;(module as { enableCompileCache?: () => unknown }).enableCompileCache?.()
// Loaded here, so that both hold for all that follows.
const { run } = await import('./cli.ts')
process.exitCode = await run(argv)
