import { SiteError } from './errors.ts'

/**
 * What is read, or `undefined` where the user may not: an Author may read neither the revisions of another's post nor
 * every user; a deleted user is not found.
 */
export async function whereAllowed<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof SiteError && !error.endsRun && [401, 403, 404].includes(error.status ?? 0))
      return undefined
    throw error
  }
}
