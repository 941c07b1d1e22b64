/**
 * What all adapters here stand on: the unit of work, plain SQL in it, Panache in it, and what a
 * database's failure means to the core.
 */
@NullMarked
package io.guildhall.persistence.shared;

import org.jspecify.annotations.NullMarked;
