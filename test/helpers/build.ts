import { execFileSync } from 'node:child_process'

/** Builds dist/ once for a run of the tests, so that those that spawn the command line see the sources as they are. */
export default function setup(): void {
  execFileSync(process.execPath, ['build.mjs'], { stdio: 'inherit' })
}
