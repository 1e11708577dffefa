import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { Connection } from '../../src/config/connection.ts'
import { encodeSlug } from '../../src/posts/slugs.ts'
import { Client } from '../../src/site/client.ts'
import { STATUSES } from '../../src/site/post-wire.ts'
import type { RemotePost } from '../../src/site/types.ts'
import { finalPermalink } from '../../src/sync/permalink.ts'
import { startFaultProxy } from '../helpers/fault-proxy.ts'
import { startTestNative, type TestSandbox } from '../helpers/sandbox.ts'
import type { OpenNative } from '../native/open.ts'
import { runPhp } from '../native/wordpress.ts'

let wordpress: TestSandbox & OpenNative

const plugin = path.join(inject('nativeServer').folder, 'wordpress/wp-content/mu-plugins/dates.php')

async function php(code: string): Promise<void> {
  const { folder, sites, runAs } = inject('nativeServer')
  const [site] = sites
  if (site === undefined) throw new Error('There is no native WordPress.')
  await runPhp(folder, site, `<?php require '${folder}/wordpress/wp-load.php'; ${code}`, runAs)
}

/** Three in each hour, all through the days in which clocks in Europe are put forward and back, of every status. */
const POSTS = `
  wp_defer_term_counting( true );
  $statuses = array( 'publish', 'draft', 'pending', 'private', 'publish', 'trash' );
  foreach ( array( '2025-03-29', '2025-03-30', '2025-10-26', '2031-10-26' ) as $day ) {
    for ( $n = 0; $n < 72; $n++ ) {
      $date = sprintf( '%s %02d:59:%02d', $day, intdiv( $n, 3 ), 57 + $n % 3 );
      $id = wp_insert_post( array( 'post_title' => "記事 $n", 'post_content' => 'with windowword', 'post_status' => 'publish' ) );
      global $wpdb;
      $status = $statuses[ $n % 6 ];
      if ( $day > '2030' && $status === 'publish' ) { $status = 'future'; }
      $wpdb->update( $wpdb->posts, array( 'post_date' => $date, 'post_status' => $status ) + ( $status === 'draft' ? array( 'post_date_gmt' => '0000-00-00 00:00:00' ) : array() ), array( 'ID' => $id ) );
    }
  }
  wp_insert_post( array( 'post_title' => 'Other', 'post_content' => 'has it not', 'post_status' => 'publish' ) );
`

beforeAll(async () => {
  wordpress = await startTestNative()
  await wordpress.reset()
  await php(POSTS)
})

afterEach(async () => {
  await rm(plugin, { force: true })
  await php(
    `update_option( 'timezone_string', 'Asia/Tokyo' ); update_option( 'permalink_structure', '/archives/%post_id%' );`,
  )
})

afterAll(async () => {
  await rm(plugin, { force: true })
  await wordpress?.stop()
})

async function connect(): Promise<Client> {
  return await Client.connect(new Connection(wordpress.url, wordpress.username, wordpress.appPassword))
}

/** All posts as a run without any knowledge reads them, and then as one reads them that knows these dates. */
async function readTwice(
  change: (dates: string[]) => string[] = (dates) => dates,
  statusOf: (post: RemotePost, index: number) => RemotePost['status'] | undefined = ({ status }) => status,
) {
  const client = await connect()
  const plain = await client.searchPosts('windowword')
  const from = client.counts.total
  const dates = change(plain.map(({ date }) => date))
  const byId = new Map(plain.map((post) => [post.id, post]))
  const inParts = await client.searchPosts('windowword', {
    posts: plain.map((post, index) => ({
      id: post.id,
      date: dates[index] ?? '',
      status: statusOf(post, index) ?? post.status,
    })),
    recall: (light) => {
      const content = byId.get(light.id)?.content
      return content === undefined ? undefined : { ...light, content }
    },
  })
  return { plain, inParts, requests: client.counts.total - from }
}

/** What tells the address of a public post is not read of a list in parts. */
function withAddress({ permalinkTemplate: _, ...post }: RemotePost) {
  return { ...post, address: finalPermalink({ ...post, permalinkTemplate: _ }, post.slug) }
}

test.each(['Asia/Tokyo', 'Europe/Berlin', 'America/New_York'])(
  'posts that are read in parts are the same ones, on a site in %s',
  async (zone) => {
    await php(`update_option( 'timezone_string', '${zone}' );`)
    const { plain, inParts, requests } = await readTwice()
    expect(plain).toHaveLength(288)
    expect(inParts.map(withAddress)).toEqual(plain.map(withAddress))
    // The public ones, and of the others two full parts and a rest.
    expect(requests).toBeLessThanOrEqual(4)
  },
)

test('their addresses are the same ones, also with slugs that have octets in them', async () => {
  await php(`update_option( 'permalink_structure', '/%postname%/' );`)
  const { plain, inParts } = await readTwice()
  expect(inParts.map(withAddress)).toEqual(plain.map(withAddress))
  for (const post of plain.filter(({ status }) => status === 'publish')) {
    expect(post.permalinkTemplate.replace('%postname%', encodeSlug(post.slug))).toBe(post.link)
    expect(post.link).toContain('/%e8%a8%98%e4%ba%8b')
  }
})

test('also where the dates that are known are long out of date', async () => {
  const { plain, inParts } = await readTwice((dates) =>
    dates.map((date, index) => (index % 2 === 0 ? date : `2019-01-01T12:00:${date.slice(17)}`)),
  )
  expect(inParts.map(withAddress)).toEqual(plain.map(withAddress))
})

test('also where their statuses are others by now', async () => {
  const { plain, inParts } = await readTwice(undefined, (_, index) => STATUSES[index % STATUSES.length])
  expect(inParts.map(withAddress)).toEqual(plain.map(withAddress))
})

test('where a plugin has its own way with dates, they are read as one list', async () => {
  await writeFile(
    plugin,
    `<?php add_filter( 'rest_post_query', function ( $args ) { unset( $args['date_query'] ); return $args; } );`,
  )
  const { plain, inParts } = await readTwice()
  expect(plain).toHaveLength(288)
  expect(inParts).toEqual(plain)
})

// Public ones are asked for first, then the others, the oldest before the newest; all at the same time.
test.each([
  {
    what: 'a draft that somebody publishes behind the public ones',
    after: 0,
    before: [1, 2, 3],
    find: ({ status, date }: RemotePost) => status === 'draft' && date < '2025-03-30',
    edit: { status: 'publish' },
  },
  {
    what: 'a post that somebody dates back behind the oldest ones',
    after: 1,
    before: [2, 3],
    find: ({ status, date }: RemotePost) => status === 'pending' && date > '2031',
    edit: { date: '2025-03-29T12:00:00' },
  },
  {
    what: 'a public post that somebody hides behind the hidden ones of its time',
    after: 1,
    before: [0],
    find: ({ status, date }: RemotePost) => status === 'publish' && date < '2025-03-30',
    edit: { status: 'private' },
  },
  {
    what: 'a hidden post that somebody dates ahead behind the newest ones',
    after: 3,
    before: [0, 1, 2],
    find: ({ status, date }: RemotePost) => status === 'private' && date < '2025-03-30',
    edit: { date: '2033-03-29T12:00:00' },
  },
])('$what while the list is read is in it', async ({ after, before, find, edit }) => {
  const proxy = await startFaultProxy(wordpress.url)
  try {
    const { username, appPassword } = wordpress
    const client = await Client.connect(new Connection(proxy.url, username, appPassword))
    const plain = await client.searchPosts('windowword')
    const post = plain.find(find)
    let isEdited = false
    proxy.inject(
      after,
      async (carryOut) => {
        const answer = await carryOut()
        await wordpress.rest('POST', `/wp/v2/posts/${post?.id}`, edit)
        isEdited = true
        return answer
      },
      'all',
    )
    for (const part of before) {
      proxy.inject(
        part,
        async (carryOut) => {
          await vi.waitFor(() => expect(isEdited).toBe(true))
          return await carryOut()
        },
        'all',
      )
    }
    const inParts = await client.searchPosts('windowword', {
      posts: plain,
      recall: (light) => ({ ...light, content: '' }),
    })
    expect(proxy.injected()).toBe(1 + before.length)
    expect(inParts.find(({ id }) => id === post?.id)).toMatchObject(edit)
    expect(inParts.map(({ id }) => id)).toEqual(plain.map(({ id }) => id))
  } finally {
    await proxy.close()
  }
})
