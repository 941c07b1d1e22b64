/** Bounties at the openbounty door. */
@NullMarked
package io.guildhall.rest.openbounty.bounty;

import org.jspecify.annotations.NullMarked;
