<?php
// Makes the database and installs WordPress, as its own page wp-admin/install.php does; adds an author. Tells the version.

mysqli_report( MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT );
$database = new mysqli( 'localhost', 'wordpress', '', '', 0, getenv( 'WORDPRESS_SOCKET' ) );
$database->query( 'CREATE DATABASE wordpress CHARACTER SET utf8mb4' );

define( 'WP_INSTALLING', true );
require getcwd() . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

wp_install( 'Clinic', 'administrator', 'administrator@clinic.example', false, '', 'administrator' );
$author = wp_create_user( 'author', 'author', 'author@clinic.example' );
( new WP_User( $author ) )->set_role( 'author' );
echo get_bloginfo( 'version' );
