import { SANDBOX_THEME } from './theme.ts'

/**
 * A must-use plugin for the embedded WordPress: no address outside this machine is named or contacted, and
 * scheduled posts become public without the loopback request that WordPress's cron would need.
 */
export const SANDBOX_PLUGIN = `<?php
/* Plugin Name: Rensai sandbox */
add_filter( 'pre_option_show_avatars', '__return_zero' );
add_filter( 'emoji_svg_url', '__return_false' );
remove_action( 'wp_head', 'print_emoji_detection_script', 7 );
remove_action( 'admin_print_scripts', 'print_emoji_detection_script' );
remove_action( 'admin_init', '_maybe_update_core' );
remove_action( 'admin_init', '_maybe_update_plugins' );
remove_action( 'admin_init', '_maybe_update_themes' );
add_filter( 'pre_http_request', fn() => new WP_Error( 'rensai_offline', 'The embedded WordPress stays on this machine.' ) );
add_filter( 'should_load_remote_block_patterns', '__return_false' );
add_action( 'init', function () {
	foreach ( wp_get_ready_cron_jobs() as $time => $hooks ) {
		foreach ( $hooks['publish_future_post'] ?? array() as $event ) {
			wp_unschedule_event( $time, 'publish_future_post', $event['args'] );
			do_action_ref_array( 'publish_future_post', $event['args'] );
		}
	}
}, 99 );
${SANDBOX_THEME}`
