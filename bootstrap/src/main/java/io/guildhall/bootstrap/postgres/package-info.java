/**
 * The PostgreSQL that comes along, so that a fresh machine needs neither a server nor a container:
 * unpacks it, keeps its data safe and private, and takes it down last.
 */
@NullMarked
package io.guildhall.bootstrap.postgres;

import org.jspecify.annotations.NullMarked;
