import { fileURLToPath } from 'node:url'
import manifest from '../package.json' with { type: 'json' }

type OptionalPackage = keyof typeof manifest.peerDependencies

/**
 * The command that brings packages which Rensai does without where they are missing.
 *
 * @param names those that are needed together
 * @returns `npm ci` in a clone of Rensai, and `npm install ...` in a project that has installed it
 */
export function installCommand(...names: OptionalPackage[]): string {
  const isInstalled = /[\\/]node_modules[\\/]/.test(fileURLToPath(import.meta.url))
  if (!isInstalled) return 'npm ci'
  // Of a range the lowest version, since `^` is no letter to every shell.
  const wanted = names.map((name) => `${name}@${manifest.peerDependencies[name].replace('^', '')}`)
  return `npm install --save-dev ${wanted.join(' ')}`
}
