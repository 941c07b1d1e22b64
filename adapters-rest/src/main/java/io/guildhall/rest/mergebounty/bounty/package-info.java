/** Bounties that name an issue on GitHub and whose money lies in a contract. */
@NullMarked
package io.guildhall.rest.mergebounty.bounty;

import org.jspecify.annotations.NullMarked;
