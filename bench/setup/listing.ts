import type { Sample } from '../bench.ts'
import { runNode } from './node-process.ts'
import { timed } from './one-after-another.ts'
import { environmentOf, type Login } from './rensai.ts'

/** What the plan of a folder has to know of each post, as Rensai asks for it. */
const FIELDS =
  'id,slug,status,date,modified_gmt,link,author,title.raw,content.raw,excerpt.raw,categories,tags,featured_media,meta'

/** As many pages at once as Rensai asks for. */
const AT_ONCE = 4

/** Starts the build and does nothing with it. */
export async function startUp(bin: string): Promise<Sample> {
  const { sample } = await runNode([bin, '--version'], { env: environmentOf(undefined) })
  return sample
}

/** Reads all terms and all posts with their contents, four pages at once, and makes nothing of them. */
export async function bareListing({ url, username, appPassword }: Login): Promise<Sample> {
  const authorization = `Basic ${Buffer.from(`${username}:${appPassword}`).toString('base64')}`
  let received = 0
  let requests = 0
  const ask = async (route: string): Promise<number> => {
    const response = await fetch(`${url}/wp-json/wp/v2/${route}`, { headers: { authorization } })
    const body = await response.text()
    received += Buffer.byteLength(body)
    requests += 1
    JSON.parse(body)
    return Number(response.headers.get('x-wp-totalpages'))
  }
  const readPosts = async (): Promise<void> => {
    const page = (number: number): Promise<number> =>
      ask(`posts?context=edit&status=any&per_page=100&page=${number}&_fields=${FIELDS}`)
    const pages = await page(1)
    const left = Array.from({ length: pages - 1 }, (_, index) => index + 2)
    const work = async (): Promise<void> => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) await page(next)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  }
  const { seconds } = await timed(async () => {
    await ask('users/me?context=edit')
    await Promise.all([ask('categories?per_page=100'), ask('tags?per_page=100'), readPosts()])
  })
  return { seconds, requests, received }
}
