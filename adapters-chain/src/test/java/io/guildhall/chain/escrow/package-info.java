/** The contracts as the core meets them, on a real node. */
@NullMarked
package io.guildhall.chain.escrow;

import org.jspecify.annotations.NullMarked;
