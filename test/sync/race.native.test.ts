import { rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CliResult, runCli } from '../helpers/cli.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { startTestNative } from '../helpers/sandbox.ts'
import { readWorld, type SiteWorld } from '../helpers/site-world.ts'

const ROUNDS = 12

let wordpress: Awaited<ReturnType<typeof startTestNative>>
let laptop: Project
let server: Project

beforeAll(async () => {
  wordpress = await startTestNative()
  laptop = await copyProject('test/fixtures/six')
  server = await copyProject('test/fixtures/six')
})

afterAll(async () => {
  await laptop?.remove()
  await server?.remove()
})

async function publish({ config }: Project): Promise<CliResult> {
  return await runCli(['publish', '--json', '--create-categories', '--config', config], wordpress.environment)
}

/**
 * The posts that are not in the trash, where the drafts of a publisher that lost end up; and pictures by the name
 * that they were sent with, since WordPress numbers the file of the later upload, which may get the lower id.
 */
function settled({ posts, ...others }: SiteWorld): SiteWorld {
  const world = { ...others, posts: posts.filter(({ status }) => status !== 'trash') }
  return JSON.parse(JSON.stringify(world).replace(/(-[0-9a-f]{8})-\d+(?=\.png)/g, '$1')) as SiteWorld
}

test(`two publishers at the same moment, ${ROUNDS} times: one post, term and picture each`, {
  timeout: 1_200_000,
}, async () => {
  expect((await publish(laptop)).exitCode).toBe(0)
  const alone = await readWorld(wordpress)
  let lost = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    await wordpress.reset()
    for (const { root } of [laptop, server])
      await rm(path.join(root, '.rensai'), { recursive: true, force: true })
    const results = await Promise.all([publish(laptop), publish(server)])
    for (const { exitCode, stderr } of results) {
      expect([0, 4], stderr).toContain(exitCode)
      if (exitCode === 0) continue
      lost += 1
      expect(stderr).toMatch(/Another run is publishing|was edited on the site while/)
      expect(
        stderr.match(/ failed: (?!Another run is publishing|.* was edited on the site while).*/g),
      ).toBeNull()
    }
    expect(settled(await readWorld(wordpress)), `round ${round}`).toEqual(alone)
    const again = await publish(laptop)
    expect(again.json(), `round ${round}`).toMatchObject({
      changes: [],
      drift: [],
      conflicts: [],
      unchanged: 6,
    })
  }
  console.log(`${ROUNDS} races, in which ${lost} publishers found themselves beaten and said so`)
})
