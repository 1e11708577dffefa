/** How Rensai came to be where it runs: a clone of its repository, or a package in another project. */
import { fileURLToPath } from 'node:url'
import manifest from '../package.json' with { type: 'json' }

type OptionalPackage = keyof typeof manifest.peerDependencies

/** Whether this is a package in another project, and no clone. */
const isInstalledAsPackage = /[\\/]node_modules[\\/]/.test(fileURLToPath(import.meta.url))

/**
 * The command that brings packages which Rensai does without where they are missing.
 *
 * @param names those that are needed together
 * @returns `npm ci` in a clone, and `npm install ...` in a project
 */
export function installCommand(...names: OptionalPackage[]): string {
  if (!isInstalledAsPackage) return 'npm ci'
  // Of a range the lowest version, since `^` is no letter to every shell.
  const wanted = names.map((name) => `${name}@${manifest.peerDependencies[name].replace('^', '')}`)
  return `npm install --save-dev ${wanted.join(' ')}`
}

/**
 * A command of Rensai as it is typed here, for advice.
 *
 * @param command such as `publish --prune`
 * @param words that stand behind it and come from elsewhere, such as a slug; a shell takes them for nothing else
 * @returns `npm run publish -- --prune` in a clone, and `npx rensai publish --prune` in a project
 */
export function commandLine(command: string, ...words: string[]): string {
  const whole = [command, ...words.map(shellWord)].join(' ')
  return isInstalledAsPackage ? `npx rensai ${whole}` : `npm run ${whole.replace(' ', ' -- ')}`
}

/**
 * The command that takes back what `init` wrote, in the project that it wrote into.
 *
 * @param config the path as it was given
 */
export function undoInit(config: string): string {
  const isHere = config === 'wp.config.json'
  return isHere ? commandLine('init --undo') : commandLine('init --undo --config', config)
}

/** A word as POSIX shells quote it (Shell Command Language, 2.2.2), where it has to be. */
export function shellWord(text: string): string {
  return /^[\p{L}\p{N}\p{M}_.,:/@%+=][\p{L}\p{N}\p{M}_.,:/@%+=-]*$/u.test(text)
    ? text
    : `'${text.replaceAll("'", "'\\''")}'`
}
