/** Orders to the contract that holds money on the chain, carried out step by step. */
@NullMarked
package io.guildhall.application.escrow;

import org.jspecify.annotations.NullMarked;
