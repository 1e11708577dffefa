import { say } from '../language/say.ts'
import type { RemotePost } from '../site/types.ts'

/** Who a post is of, by the name that wp.config.json and articles take; its id where that cannot be seen. */
export function userOf({ author }: Pick<RemotePost, 'author'>, users: ReadonlyMap<number, string>): string {
  return String(users.get(author) ?? author)
}

/** What to write where the user is one of those who publish here. */
export function publishersAdvice(
  post: Pick<RemotePost, 'author'>,
  users: ReadonlyMap<number, string>,
): string {
  return say`Nothing of others is written. If that user publishes this folder, too, say so in wp.config.json: "publishers": ["${userOf(post, users)}"]`
}
