import { ExitCode, UserError } from '../../errors.ts'
import type { FieldName } from '../../fields/registry.ts'
import { listAll, listItems } from '../../language/lists.ts'
import { say } from '../../language/say.ts'
import type { ImageFile } from '../../posts/types.ts'
import type { DesiredPost } from '../types.ts'

/** Another run created the post at the same moment, and its post is the one that stays. */
export function publishedTwice(after: DesiredPost): UserError {
  return new UserError(say`Another run is publishing "${after.slug}" at this moment; its post stays.`, {
    advice: say`Wait until it has finished, then run the command again; it compares anew.`,
    exitCode: ExitCode.stopped,
  })
}

/** Somebody saved the post between the plan and the write. */
export function editedMeanwhile(after: Pick<DesiredPost, 'slug'>): UserError {
  return new UserError(say`"${after.slug}" was edited on the site while this run was going on.`, {
    advice: say`Run the command again; it compares anew.`,
    exitCode: ExitCode.stopped,
  })
}

/** Somebody edited the picture between the plan and the write. */
export function pictureEditedMeanwhile({ path }: Pick<ImageFile, 'path'>): UserError {
  return new UserError(say`The picture ${path} was edited on the site while this run was going on.`, {
    advice: say`Run the command again; it compares anew.`,
    exitCode: ExitCode.stopped,
  })
}

/** WordPress gave a post another slug, because something has the wanted one. */
export function slugTaken(after: Pick<DesiredPost, 'slug'>, given: string): UserError {
  return new UserError(say`The slug "${after.slug}" is taken on the site: WordPress made it "${given}".`, {
    advice: say`A page, a picture, a post of another kind or one that this user may not see has it. Give that another slug, or the article, then run the command again; nothing is public at the other address.`,
    exitCode: ExitCode.partial,
  })
}

/**
 * Something that a change needs could not be made.
 *
 * @param subject what the change is about, at the beginning of a sentence: `"a-slug"`
 * @param missing names within a sentence; one that is missing in several places is told once
 */
export function dependsOn(subject: string, missing: readonly string[]): UserError {
  return new UserError(
    say`${subject} was left as it is: ${listAll([...new Set(missing)])} could not be made.`,
    {
      advice: say`See to the failed change, then run the command again.`,
      exitCode: ExitCode.partial,
    },
  )
}

/** The site answered that all went well and left something out. */
export function notKept(after: DesiredPost, lost: readonly FieldName[]): UserError {
  return new UserError(say`The site did not keep ${listItems(lost)} of "${after.slug}" as sent.`, {
    advice: say`A plugin or a missing right may be the cause; compare the post in wp-admin.`,
    exitCode: ExitCode.partial,
  })
}
