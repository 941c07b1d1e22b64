/**
 * Speaks to a chain of the Ethereum kind on behalf of the core's ports, and holds the contracts
 * that it speaks to.
 */
@NullMarked
package io.guildhall.chain;

import org.jspecify.annotations.NullMarked;
