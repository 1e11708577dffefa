import { randomBytes } from 'node:crypto'
import type { Blog } from './blog.ts'

/** What the site is set to; strings travel as JSON, never as PHP source. */
export interface SiteSettings extends Blog {
  /** Take away the post and the page that WordPress begins with. @default false */
  readonly withoutExamples?: boolean
  /** The password of the administrator for wp-admin. */
  readonly adminPassword: string
}

/** A password for people to type. */
export function makePassword(): string {
  return randomBytes(9).toString('base64url')
}

/**
 * PHP that brings the site into the state asked for and prints a new application password, or nothing where
 * `keepPassword` says that the one handed out before still exists.
 *
 * @param root the folder of WordPress as PHP sees it
 */
export function setupScript(settings: SiteSettings, keepPassword: boolean, root = '/wordpress'): string {
  const json = Buffer.from(JSON.stringify({ ...settings, keepPassword })).toString('base64')
  return `<?php
require '${root}/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/misc.php';
$settings = json_decode( base64_decode( '${json}' ), true );
update_option( 'blogname', $settings['title'] );
update_option( 'rensai_language', str_replace( '-', '_', $settings['language'] ) );
update_option( 'date_format', $settings['language'] === 'ja' ? 'Y年n月j日' : 'F j, Y' );
update_option( 'timezone_string', $settings['timezone'] );
update_option( 'default_pingback_flag', 0 );
update_option( 'default_ping_status', 'closed' );
global $wp_rewrite;
if ( get_option( 'permalink_structure' ) !== $settings['permalink'] ) {
	$wp_rewrite->set_permalink_structure( $settings['permalink'] );
	$wp_rewrite->flush_rules( false );
}
$user = get_user_by( 'login', 'admin' );
if ( ! wp_check_password( $settings['adminPassword'], $user->user_pass, $user->ID ) ) {
	wp_set_password( $settings['adminPassword'], $user->ID );
}
if ( $settings['keepPassword'] && WP_Application_Passwords::application_name_exists_for_user( $user->ID, 'rensai' ) ) {
	exit;
}
foreach ( ( $settings['withoutExamples'] ?? false ) ? array( 1, 2 ) : array() as $example ) {
	wp_delete_post( $example, true );
}
WP_Application_Passwords::delete_all_application_passwords( $user->ID );
list( $password ) = WP_Application_Passwords::create_new_application_password( $user->ID, array( 'name' => 'rensai' ) );
echo $password;
`
}
