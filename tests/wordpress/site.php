<?php
/**
 * What only a test needs of WordPress, as a must-use plugin.
 *
 * WordPress asks no address of the own machine and no odd port, so that nobody can look around in its network. The
 * guide of the test is at both. Nothing else is changed: what WordPress makes of the answer is its own.
 */

add_filter( 'http_request_host_is_external', '__return_true' );

add_filter(
	'http_allowed_safe_ports',
	function ( $ports ) {
		$ports[] = (int) getenv( 'GUIDE_PORT' );
		return $ports;
	}
);

// Any installed theme can be asked for: ?theme=twentytwentyone.
foreach ( array( 'template', 'stylesheet' ) as $option ) {
	add_filter(
		"pre_option_$option",
		function ( $theme ) {
			return isset( $_GET['theme'] ) ? sanitize_key( $_GET['theme'] ) : $theme;
		}
	);
}

/** No test sends mail. */
function wp_mail() {
	return true;
}
