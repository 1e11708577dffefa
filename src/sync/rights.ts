import { ExitCode, UserError } from '../errors.ts'
import type { RemoteUser } from '../site/types.ts'
import type { Plan } from './types.ts'

/**
 * Checks before anything is sent that the user may do what the plan asks (WordPress's own capabilities).
 *
 * @throws UserError (site) naming the right that is missing
 */
export function assertRights(plan: Plan, user: RemoteUser): void {
  const kinds = new Set(plan.changes.map(({ kind }) => kind))
  const goesPublic = plan.changes.some(
    (change) => 'after' in change && ['publish', 'future', 'private'].includes(change.after.status),
  )
  const createsCategory = plan.changes.some(
    (change) => change.kind === 'create-term' && change.term.taxonomy === 'category',
  )
  if (kinds.has('create-post') || kinds.has('update-post')) need(user, 'edit_posts', 'write posts')
  if (goesPublic) need(user, 'publish_posts', 'publish posts')
  if (kinds.has('upload-media')) need(user, 'upload_files', 'upload pictures')
  if (kinds.has('trash-post')) need(user, 'delete_published_posts', 'move public posts to the trash')
  if (createsCategory) need(user, 'manage_categories', 'create categories')
}

function need(user: RemoteUser, capability: string, action: string): void {
  if (user.capabilities.has(capability)) return
  throw new UserError(`The user "${user.name}" may not ${action}.`, {
    advice: `Log in as a user with the right "${capability}": an Author or Editor has most, an Administrator all of them.`,
    exitCode: ExitCode.site,
  })
}
