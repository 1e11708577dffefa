import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { runPhp } from '../../test/native/wordpress.ts'
import type { Native, Sample } from '../bench.ts'
import type { Content } from './contents.ts'
import { timed } from './one-after-another.ts'

/** Makes posts by wp_insert_post in one PHP process, the least that WordPress itself takes. */
export async function insertInPhp(native: Native, posts: readonly Content[]): Promise<Sample> {
  return await loop(
    native,
    posts,
    `wp_insert_post( wp_slash( array(
    'post_title' => $post['title'], 'post_name' => $post['slug'], 'post_content' => $post['content'],
    'post_status' => 'publish', 'tags_input' => $post['tags'],
    'post_category' => array_map( 'wp_create_category', $post['categories'] ),
  ) ) );`,
  )
}

/** Writes the content of posts that are there by wp_update_post. */
export async function updateInPhp(native: Native, posts: readonly Content[]): Promise<Sample> {
  return await loop(
    native,
    posts,
    `wp_update_post( wp_slash( array(
    'ID' => get_page_by_path( $post['slug'], OBJECT, 'post' )->ID, 'post_content' => $post['content'],
  ) ) );`,
  )
}

async function loop({ server, site }: Native, posts: readonly Content[], body: string): Promise<Sample> {
  const file = path.join(server.folder, 'posts.json')
  await writeFile(file, JSON.stringify(posts))
  const name = String(server.sites[0]?.name)
  const script = `<?php
require '${server.folder}/wordpress/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/taxonomy.php';
wp_set_current_user( 1 );
foreach ( json_decode( file_get_contents( '${file}' ), true ) as $post ) {
  ${body}
}
`
  return await timed(() => runPhp(server.folder, { url: site.url, name }, script, server.runAs))
}
