import path from 'node:path'
import type { Variables } from '../config/environment.ts'
import { ExitCode, UserError } from '../errors.ts'
import { say } from '../language/say.ts'
import { codeSpan } from '../report/markdown.ts'
import { listAllOf, type Repository, send } from './api.ts'
import { openGit } from './git.ts'
import { markerOf } from './marked.ts'

/** The branch that is pushed, and no other. */
const BRANCH = 'rensai/drift'

/** As GitHub shows what its workflows commit. */
const COMMITTER = {
  name: 'github-actions[bot]',
  email: '41898282+github-actions[bot]@users.noreply.github.com',
}

/** What became of the pull request; `none`: the files are as they were committed. */
export interface Proposal {
  readonly kind: 'none' | 'same' | 'opened' | 'updated'
  readonly url?: string
}

/**
 * Puts what `pull` wrote on a branch, and opens a pull request for it or updates the one that is open. The branch that is
 * checked out, its index and its files stay as they are.
 *
 * @param root absolute path of the project
 * @param folders below the project, `/`-separated: nothing else is committed
 * @param base the branch that it is proposed for
 * @param server address of GitHub, to which the token is sent
 * @throws UserError (stopped) where somebody else has committed to the branch: that is not written over
 */
export async function proposeDrift(
  repository: Repository,
  root: string,
  folders: readonly string[],
  base: string,
  server: string,
  environment: Variables,
): Promise<Proposal> {
  // An index of our own, which git keeps beside the one that is checked out.
  const gitPath = await openGit(root, environment).run('rev-parse', '--git-path', 'rensai-drift-index')
  const index = path.resolve(root, gitPath)
  const login = Buffer.from(`x-access-token:${repository.token}`).toString('base64')
  const { run: git } = openGit(
    root,
    {
      ...environment,
      GIT_INDEX_FILE: index,
      GIT_AUTHOR_NAME: COMMITTER.name,
      GIT_AUTHOR_EMAIL: COMMITTER.email,
      GIT_COMMITTER_NAME: COMMITTER.name,
      GIT_COMMITTER_EMAIL: COMMITTER.email,
    },
    { server, value: `AUTHORIZATION: basic ${login}` },
  )
  await git('read-tree', 'HEAD')
  for (const folder of folders) await git('add', '--all', '--', `:(literal)${folder}`)
  const tree = await git('write-tree')
  if (tree === (await git('rev-parse', 'HEAD^{tree}'))) return { kind: 'none' }
  const head = await git('rev-parse', 'HEAD')
  const [there = ''] = (await git('ls-remote', 'origin', `refs/heads/${BRANCH}`)).split('\t')
  if (there !== '') await git('fetch', '--quiet', '--depth=2', 'origin', there)
  const isSame = there !== '' && (await git('show', '-s', '--format=%T %P', there)) === `${tree} ${head}`
  if (!isSame) {
    if (there !== '' && (await git('show', '-s', '--format=%ce', there)) !== COMMITTER.email) {
      throw new UserError(say`Somebody has committed to ${BRANCH}, so it is left as it is.`, {
        advice: say`Merge or close its pull request, and delete the branch; the next run makes it anew.`,
        exitCode: ExitCode.stopped,
      })
    }
    const commit = await git('commit-tree', tree, '-p', head, '-m', 'Bring edits made in wp-admin')
    await git(
      'push',
      '--quiet',
      `--force-with-lease=refs/heads/${BRANCH}:${there}`,
      'origin',
      `${commit}:refs/heads/${BRANCH}`,
    )
  }
  const names = (await git('diff-tree', '-r', '-z', '--name-only', head, tree)).split('\0').filter(Boolean)
  return await openRequest(repository, base, bodyOf(names), isSame)
}

async function openRequest(
  repository: Repository,
  base: string,
  body: string,
  isSame: boolean,
): Promise<Proposal> {
  const [owner] = repository.name.split('/')
  const query = new URLSearchParams({ state: 'open', head: `${owner}:${BRANCH}`, base })
  for await (const { number, html_url } of listAllOf(repository, `/pulls?${query}`)) {
    const url = String(html_url)
    if (isSame) return { kind: 'same', url }
    await send(repository, 'PATCH', `/pulls/${number}`, { body })
    return { kind: 'updated', url }
  }
  const title = say`Edits made in wp-admin`
  const made = await send(repository, 'POST', '/pulls', { title, body, base, head: BRANCH })
  return { kind: 'opened', url: String(made.html_url) }
}

function bodyOf(names: readonly string[]): string {
  const shown = names.slice(0, 100).map((name) => `- ${codeSpan(name)}`)
  const more = names.length - shown.length
  return [
    markerOf('drift'),
    say`These files differ from what is on the site, where somebody edited the posts. Merge this to take the edits over; to write over them instead, close it and publish with --overwrite.`,
    [...shown, ...(more > 0 ? [say`And ${more} more.`] : [])].join('\n'),
  ].join('\n\n')
}
