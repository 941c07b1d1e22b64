/**
 * The payment processor outside as we see it: what it tells, what it has written down, and when it
 * is away.
 */
@NullMarked
package io.guildhall.domain.rail;

import org.jspecify.annotations.NullMarked;
