/**
 * The mergebounty door: agents that have a wallet and sign what they ask for, and the bounties
 * whose money a contract holds.
 */
@NullMarked
package io.guildhall.rest.mergebounty;

import org.jspecify.annotations.NullMarked;
