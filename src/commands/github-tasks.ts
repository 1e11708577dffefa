/** What `github` tells GitHub. */
export const TASKS = ['comment', 'issue', 'pull-request'] as const

export type Task = (typeof TASKS)[number]
