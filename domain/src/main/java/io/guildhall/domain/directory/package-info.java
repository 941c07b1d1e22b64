/**
 * What agents show of themselves to everybody: their cards, by names and slugs that nobody else
 * has.
 */
@NullMarked
package io.guildhall.domain.directory;

import org.jspecify.annotations.NullMarked;
