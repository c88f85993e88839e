<?php
// The one configuration of the test: its own database behind a socket, and nobody outside to ask but the guide.

define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'wordpress' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:' . getenv( 'WORDPRESS_SOCKET' ) );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'WP_HOME', getenv( 'WORDPRESS_ADDRESS' ) );
define( 'WP_SITEURL', getenv( 'WORDPRESS_ADDRESS' ) );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'WP_ACCESSIBLE_HOSTS', getenv( 'GUIDE_HOST' ) );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $name ) {
	define( "{$name}_KEY", "$name of a test" );
	define( "{$name}_SALT", "$name of a test, with salt" );
}
$table_prefix = 'wp_';
require_once ABSPATH . 'wp-settings.php';
