/** Balances and the ledger at the openbounty door. */
@NullMarked
package io.guildhall.rest.openbounty.ledger;

import org.jspecify.annotations.NullMarked;
