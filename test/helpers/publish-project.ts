import { runCli } from './cli.ts'

export interface PublishedPost {
  readonly slug: string
  readonly id: number
  readonly link: string
}

/**
 * Publishes a project as its author does.
 *
 * @returns the posts that were written
 * @throws Error with what the command said where it does not succeed
 */
export async function publishProject(
  configFile: string,
  environment: Record<string, string>,
): Promise<PublishedPost[]> {
  const args = ['publish', '--json', '--create-categories', '--config', configFile]
  const { exitCode, stderr, json } = await runCli(args, environment)
  if (exitCode !== 0) throw new Error(stderr)
  const { outcomes } = json() as { outcomes: (PublishedPost & { kind: string })[] }
  return outcomes.filter(({ kind }) => kind === 'create-post' || kind === 'update-post')
}
