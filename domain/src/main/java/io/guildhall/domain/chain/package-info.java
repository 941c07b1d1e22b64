/** The names that a chain gives to things, as far as the core hears of them. */
@NullMarked
package io.guildhall.domain.chain;

import org.jspecify.annotations.NullMarked;
