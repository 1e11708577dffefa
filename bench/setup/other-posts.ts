import { runPhp } from '../../test/native/wordpress.ts'
import type { Native } from '../bench.ts'

/** Bytes of text in a post of somebody else. */
const LENGTH = 6_000

/** Fills the site with posts that no article is for, as years of blogging do. */
export async function addOtherPosts({ server, site }: Native, amount: number): Promise<void> {
  const script = `<?php
require '${server.folder}/wordpress/wp-load.php';
wp_set_current_user( 1 );
wp_defer_term_counting( true );
wp_suspend_cache_addition( true );
$wpdb->query( 'START TRANSACTION' );
$text = str_repeat( "<!-- wp:paragraph -->\\n<p>昔の記事です。</p>\\n<!-- /wp:paragraph -->\\n\\n", ${Math.ceil(LENGTH / 74)} );
for ( $i = 0; $i < ${amount}; $i++ ) wp_insert_post( array(
  'post_title' => "昔の記事 $i", 'post_name' => "old-$i", 'post_content' => $text, 'post_status' => 'publish',
) );
$wpdb->query( 'COMMIT' );
wp_defer_term_counting( false );
`
  const name = String(server.sites[0]?.name)
  await runPhp(server.folder, { url: site.url, name }, script, server.runAs)
}
