/** A pretended way out of the house, so that a whole market can be tried without real money. */
@NullMarked
package io.guildhall.payments.sandbox;

import org.jspecify.annotations.NullMarked;
