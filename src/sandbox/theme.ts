/**
 * Part of the must-use plugin: the theme's home page is a demo, in English, with the posts below it. A blog shows its
 * posts, under its own name and in its language, for which the embedded WordPress has no translation.
 */
export const SANDBOX_THEME = `
function rensai_sandbox_template( $slug ) {
	$header = '<!-- wp:group {"layout":{"type":"constrained"},"style":{"spacing":{"padding":{"top":"2rem","bottom":"2rem"}}}} --><div class="wp-block-group" style="padding-top:2rem;padding-bottom:2rem"><!-- wp:site-title {"level":0} /--></div><!-- /wp:group -->';
	$posts  = '<!-- wp:query {"query":{"perPage":20,"inherit":true}} --><div class="wp-block-query"><!-- wp:post-template {"style":{"spacing":{"blockGap":"3rem"}}} --><!-- wp:post-title {"isLink":true,"level":2,"fontSize":"large"} /--><!-- wp:post-date /--><!-- wp:post-excerpt /--><!-- /wp:post-template --><!-- wp:query-pagination {"layout":{"type":"flex","justifyContent":"space-between"}} --><!-- wp:query-pagination-previous {"label":"←"} /--><!-- wp:query-pagination-numbers /--><!-- wp:query-pagination-next {"label":"→"} /--><!-- /wp:query-pagination --></div><!-- /wp:query -->';
	$home   = '<!-- wp:template-part {"slug":"header","tagName":"header"} /--><!-- wp:group {"tagName":"main","layout":{"type":"constrained"},"style":{"spacing":{"padding":{"bottom":"4rem"}}}} --><main class="wp-block-group" style="padding-bottom:4rem">' . $posts . '</main><!-- /wp:group -->';
	$parts  = array( 'header' => $header, 'footer' => '', 'home' => $home );
	return $parts[ $slug ] ?? null;
}
foreach ( array( 'get_block_template', 'get_block_file_template' ) as $hook ) {
	add_filter( $hook, function ( $template ) {
		$content = $template === null ? null : rensai_sandbox_template( $template->slug );
		if ( $content !== null && $template->source === 'theme' ) {
			$template->content = $content;
		}
		return $template;
	} );
}
add_filter( 'get_block_templates', function ( $templates ) {
	foreach ( $templates as $template ) {
		$content = rensai_sandbox_template( $template->slug );
		if ( $content !== null && $template->source === 'theme' ) {
			$template->content = $content;
		}
	}
	return $templates;
} );
add_filter( 'locale', fn( $locale ) => is_admin() ? $locale : ( get_option( 'rensai_language' ) ?: $locale ) );
`
