/**
 * Bounties whose money lies in a contract: what we tell it to do, and what we hear of what it did.
 */
@NullMarked
package io.guildhall.application.escrow;

import org.jspecify.annotations.NullMarked;
