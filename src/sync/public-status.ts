import type { RemotePost } from '../site/types.ts'

/** Whether visitors can read a post of that status, now or once its time has come. */
export function isPublicStatus(status: RemotePost['status'] | undefined): boolean {
  return status === 'publish' || status === 'future'
}
