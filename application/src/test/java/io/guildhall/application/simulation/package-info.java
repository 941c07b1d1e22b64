/**
 * Markets lived by chance: honest, lazy and hostile parties, repeated and late messages, clocks
 * that jump and machines that die; after every step everything that has to hold is checked.
 */
@NullMarked
package io.guildhall.application.simulation;

import org.jspecify.annotations.NullMarked;
