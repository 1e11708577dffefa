import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { Connection } from '../../src/config/connection.ts'
import { Http } from '../../src/site/http.ts'
import { readPages } from '../../src/site/pages.ts'

let server: Server

afterEach(() => {
  server.closeAllConnections()
  server.close()
})

/**
 * A site that has so many items and tells of their number in its own way.
 *
 * @param told the headers of each page; `page` is what was asked for
 * @param shown the page that is answered, where a host does not answer the one that was asked for
 */
async function serve(
  amount: number,
  told: (page: number) => Record<string, string>,
  shown = (page: number): number => page,
): Promise<{ http: Http; asked: number[] }> {
  const asked: number[] = []
  server = createServer((request, response) => {
    const query = new URL(request.url ?? '', 'http://site').searchParams
    const page = Number(query.get('page'))
    const size = Number(query.get('per_page'))
    asked.push(page)
    const first = Math.round((shown(page) - 1) * size)
    const items = Array.from({ length: Math.max(0, Math.min(size, amount - first)) }, (_, index) => ({
      id: first + index + 1,
    }))
    const isBeyond = page > Math.ceil(amount / size) && page > 1
    response.writeHead(isBeyond ? 400 : 200, { 'content-type': 'application/json', ...told(page) })
    response.end(JSON.stringify(isBeyond ? { code: 'rest_post_invalid_page_number', message: 'No.' } : items))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const connection = new Connection(`http://127.0.0.1:${port}`, 'writer', 'secret')
  return { http: new Http(connection, { timeout: 5_000, retries: 0 }), asked }
}

const read = async (http: Http): Promise<number[]> =>
  await readPages(http, '/wp/v2/posts', {}, (item) => item as { id: number }).then((items) =>
    items.map(({ id }) => id),
  )

const counted = (amount: number): number[] => Array.from({ length: amount }, (_, index) => index + 1)

test.each([
  [0, [1]],
  [1, [1]],
  [100, [1]],
  [101, [1, 2]],
  [250, [1, 2, 3]],
  [1_001, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
])('reads %i items in as many pages as the site tells', async (amount, pages) => {
  const { http, asked } = await serve(amount, () => ({
    'x-wp-total': String(amount),
    'x-wp-totalpages': String(Math.ceil(amount / 100)),
  }))
  expect(await read(http)).toEqual(counted(amount))
  expect(asked.toSorted((a, b) => a - b)).toEqual(pages)
})

test.each([
  ['does not tell', {}],
  ['tells it twice', { 'x-wp-totalpages': '3, 3', 'x-wp-total': '250, 250' }],
  ['tells nonsense', { 'x-wp-totalpages': 'abc' }],
  ['tells a number without end', { 'x-wp-totalpages': 'Infinity' }],
  ['tells far too many', { 'x-wp-totalpages': '999999' }],
  ['tells none', { 'x-wp-totalpages': '0' }],
])('a host that %s: reads on to the end that the site itself tells', async (_, headers) => {
  const { http, asked } = await serve(250, () => ({ ...headers }))
  expect(await read(http)).toEqual(counted(250))
  expect(asked).toEqual([1, 2, 3, 4])
})

test('a host that tells too few pages is read on as far as it tells of items', async () => {
  const { http, asked } = await serve(250, () => ({ 'x-wp-totalpages': '1', 'x-wp-total': '250' }))
  expect(await read(http)).toEqual(counted(250))
  expect(asked).toEqual([1, 2, 3])
})

test('an empty page before the last one is passed over: it holds what the user may not read', async () => {
  const { http, asked } = await serve(
    250,
    () => ({ 'x-wp-totalpages': '3', 'x-wp-total': '250' }),
    (page) => (page === 2 ? 100 : page),
  )
  expect(await read(http)).toEqual([...counted(250).slice(0, 100), ...counted(250).slice(200)])
  expect(asked).toEqual([1, 2, 3])
})

test('an item that moves to the next page while the list is read counts once', async () => {
  const { http } = await serve(
    250,
    () => ({ 'x-wp-totalpages': '3' }),
    (page) => (page === 1 ? page : page - 0.01),
  )
  expect(await read(http)).toEqual(counted(250))
})

test('a host that answers every page with the first is told, since the list would be short', async () => {
  const { http, asked } = await serve(
    250,
    () => ({ 'x-wp-totalpages': '3', 'x-wp-total': '250' }),
    () => 1,
  )
  await expect(read(http)).rejects.toThrow('answered page 2 of /wp/v2/posts with what an earlier page held')
  expect(asked).toEqual([1, 2])
})

test('a host that answers pages without end is told', async () => {
  const { http, asked } = await serve(10_000_000, () => ({}))
  await expect(read(http)).rejects.toThrow('has more than 100000 of /wp/v2/posts')
  expect(asked).toHaveLength(1000)
})
