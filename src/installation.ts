/** How Rensai came to be where it runs: a clone of its repository, or a package in another project. */
import { fileURLToPath } from 'node:url'
import manifest from '../package.json' with { type: 'json' }

type OptionalPackage = keyof typeof manifest.peerDependencies

const isPackage = /[\\/]node_modules[\\/]/.test(fileURLToPath(import.meta.url))

/**
 * The command that brings packages which Rensai does without where they are missing.
 *
 * @param names those that are needed together
 * @returns `npm ci` in a clone, and `npm install ...` in a project
 */
export function installCommand(...names: OptionalPackage[]): string {
  if (!isPackage) return 'npm ci'
  // Of a range the lowest version, since `^` is no letter to every shell.
  const wanted = names.map((name) => `${name}@${manifest.peerDependencies[name].replace('^', '')}`)
  return `npm install --save-dev ${wanted.join(' ')}`
}

/**
 * A command of Rensai as it is typed here, for advice.
 *
 * @param command such as `publish --prune`
 * @returns `npm run publish -- --prune` in a clone, and `npx rensai publish --prune` in a project
 */
export function commandLine(command: string): string {
  return isPackage ? `npx rensai ${command}` : `npm run ${command.replace(' ', ' -- ')}`
}
