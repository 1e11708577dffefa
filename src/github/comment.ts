import { say } from '../language/say.ts'
import { listAllOf, type Repository, send } from './api.ts'
import { isOurs, toBody } from './marked.ts'

const PURPOSE = 'plan'

/**
 * Shows a plan below a pull request, in one comment that later runs write anew.
 *
 * @param pullRequest its number
 * @param markdown the plan; empty where none could be made
 * @param run address of the run of the workflow
 * @returns the address of the comment
 */
export async function showComment(
  repository: Repository,
  pullRequest: number,
  markdown: string,
  run: string,
): Promise<string> {
  const text = markdown.trim() === '' ? say`No plan could be made; the log of the run says why.` : markdown
  const body = toBody(
    PURPOSE,
    text,
    say`The run: ${run}`,
    say`The plan is too long for a comment; it stands in the summary of the run.`,
  )
  for await (const comment of listAllOf(repository, `/issues/${pullRequest}/comments`)) {
    if (!isOurs(comment, PURPOSE)) continue
    const changed = await send(repository, 'PATCH', `/issues/comments/${comment.id}`, { body })
    return String(changed.html_url)
  }
  const made = await send(repository, 'POST', `/issues/${pullRequest}/comments`, { body })
  return String(made.html_url)
}
