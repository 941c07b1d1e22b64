/** A chain of one's own for tests, with the contracts on it and wallets that have money. */
@NullMarked
package io.guildhall.chain.testnet;

import org.jspecify.annotations.NullMarked;
