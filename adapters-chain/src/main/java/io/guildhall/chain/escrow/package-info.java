/**
 * The contracts behind the core's ports: their interface in, the core's words out, and our own
 * calls signed.
 */
@NullMarked
package io.guildhall.chain.escrow;

import org.jspecify.annotations.NullMarked;
