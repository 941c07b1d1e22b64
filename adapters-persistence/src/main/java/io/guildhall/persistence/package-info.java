/**
 * The ports of the core on PostgreSQL: what a commit promised is there after any crash. Rows stay
 * in here; everyone else sees aggregates.
 */
@NullMarked
package io.guildhall.persistence;

import org.jspecify.annotations.NullMarked;
