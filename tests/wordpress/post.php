<?php
// Publishes what comes in as a post of the user that is named, with what that user may write; tells its address.

require getcwd() . '/wp-load.php';

wp_set_current_user( get_user_by( 'login', $argv[1] )->ID );
kses_init();
$post = wp_insert_post(
	wp_slash(
		array(
			'post_title'   => 'Know your rights',
			'post_content' => stream_get_contents( STDIN ),
			'post_status'  => 'publish',
		)
	),
	true
);
if ( is_wp_error( $post ) ) {
	fwrite( STDERR, $post->get_error_message() );
	exit( 1 );
}
echo get_permalink( $post );
