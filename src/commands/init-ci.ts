import { existsSync } from 'node:fs'
import path from 'node:path'
import { ExitCode, UserError } from '../errors.ts'
import { readProjectFile } from '../files/read.ts'
import { isOutside, readOwnPackage } from '../init/own-package.ts'
import { listWorkflows, WORKFLOWS } from '../init/workflows.ts'
import { say } from '../language/say.ts'
import type { Written } from '../revocable-files.ts'
import type { Output } from './output.ts'

type Project = { readonly root: string }

/**
 * The workflows that a project does not have yet.
 *
 * @param force write over those that say something else
 * @throws UserError (usage) where one says something else, or where GitHub would not look for them
 */
export function workflowsOf(project: Project, force: boolean): Written[] {
  assertRepository(project)
  const files = listWorkflows(readOwnPackage(project)).map(({ name, content }) => ({
    name,
    content,
    madeFrom: readProjectFile(project, name)?.toString('utf8'),
  }))
  const fresh = files.filter(({ content, madeFrom }) => content !== madeFrom)
  const others = fresh.filter(({ madeFrom }) => madeFrom !== undefined)
  if (others.length > 0 && !force) {
    throw new UserError(
      say`${others.map(({ name }) => name).join(', ')} says something else, so nothing was written.`,
      {
        advice: say`Take over by hand what you like of dist/workflows/ of the package, or write over it with --force; --undo takes that back.`,
        exitCode: ExitCode.usage,
      },
    )
  }
  return fresh
}

/** GitHub reads the workflows of the repository's own folder alone. */
function assertRepository({ root }: Project): void {
  if (existsSync(path.join(root, '.git'))) return
  for (let folder = path.dirname(root); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if (!existsSync(path.join(folder, '.git'))) continue
    throw new UserError(say`The project is not the folder of the repository, ${folder}.`, {
      advice: say`GitHub looks for workflows in that folder alone: docs/ci.md shows what to change in them.`,
      exitCode: ExitCode.usage,
    })
  }
}

/** Says what is left to do by hand before the workflows run. */
export function sayWhatToSet(project: Project, output: Pick<Output, 'say'>): void {
  const lines = [
    say`Set in GitHub, once (docs/ci.md says why):`,
    say`  Settings > Environments > New environment "wordpress": deployment branches main alone, no other;`,
    say`    its variables WP_URL and WP_USERNAME, its secret WP_APP_PASSWORD`,
    say`  Settings > Actions > General: allow GitHub Actions to create pull requests`,
    say`Commit ${WORKFLOWS}, package.json and package-lock.json, and the tarball of Rensai where they name one.`,
  ]
  if (!existsSync(path.join(project.root, 'package-lock.json'))) {
    lines.push(say`There is no package-lock.json here: npm install makes it, and the workflows need it.`)
  }
  output.say(lines.join('\n'))
  const { isClone, from } = readOwnPackage(project)
  if (!isClone && from === undefined) {
    output.say(say`Rensai is not installed in this project, so no workflow finds it: README.md says how.`)
  }
  if (from !== undefined && isOutside(from, project)) {
    output.say(
      say`package.json takes Rensai from ${from}, which no workflow has: put the tarball into the project, npm install it from there, and commit it.`,
    )
  }
}
