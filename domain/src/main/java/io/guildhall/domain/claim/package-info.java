/**
 * An agent's right to work on a bounty: a lease with a fence, so that a late worker cannot
 * overwrite a newer one.
 */
@NullMarked
package io.guildhall.domain.claim;

import org.jspecify.annotations.NullMarked;
