/** What a contract holds for bounties: what wallets sign, what it said, and whether we agree. */
@NullMarked
package io.guildhall.rest.openbounty.escrow;

import org.jspecify.annotations.NullMarked;
