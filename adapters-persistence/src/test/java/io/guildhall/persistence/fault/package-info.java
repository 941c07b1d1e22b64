/** Databases that go away at the worst moment, and what is left when they are back. */
@NullMarked
package io.guildhall.persistence.fault;

import org.jspecify.annotations.NullMarked;
