/**
 * Every state against every command: what is expected, what happens, and the diagram that comes of
 * it.
 */
@NullMarked
package io.guildhall.domain.states;

import org.jspecify.annotations.NullMarked;
