import { parse } from 'jsonc-parser'
import { mergeSettings } from '../editors/merge-settings.ts'
import { listVsCodeFiles } from '../editors/vscode-files.ts'
import { ExitCode, UserError } from '../errors.ts'
import { readProjectFile } from '../files/read.ts'
import { readOwnPackage } from '../init/own-package.ts'
import { say } from '../language/say.ts'
import type { Written } from '../revocable-files.ts'

/**
 * The settings of VS Code that a project does not have yet, added to those that it has.
 *
 * @throws UserError (usage) where a file of them cannot be added to
 */
export function editorFilesOf(project: { readonly root: string }): Written[] {
  return listVsCodeFiles(readOwnPackage(project)).flatMap(({ name, content }): Written[] => {
    const bytes = readProjectFile(project, name)
    if (bytes === undefined) return [{ name, content, madeFrom: undefined }]
    const text = bytes.toString('utf8')
    const merged = bytes.equals(Buffer.from(text)) ? mergeSettings(text, parse(content)) : undefined
    if (merged === undefined) {
      throw new UserError(say`${name} is no JSON that could be added to, so nothing was written.`, {
        advice: say`Mend it, or take over by hand what you like of dist/.vscode/ of the package.`,
        exitCode: ExitCode.usage,
      })
    }
    return merged === text ? [] : [{ name, content: merged, madeFrom: text }]
  })
}
