import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/**
 * Builds dist/ once for a run of the tests, so that those that spawn the command line see the sources as they are, and
 * gives all of them a cache folder of their own and English, whatever the developer speaks.
 */
export default function setup(): () => void {
  execFileSync(process.execPath, ['build.mjs'], { stdio: 'inherit' })
  const cache = mkdtempSync(path.join(tmpdir(), 'rensai-cache-'))
  process.env.XDG_CACHE_HOME = cache
  process.env.LC_ALL = 'C.UTF-8'
  return () => rmSync(cache, { recursive: true, force: true })
}
