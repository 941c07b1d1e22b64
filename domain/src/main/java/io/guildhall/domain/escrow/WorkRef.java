package io.guildhall.domain.escrow;

import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.WalletAddress;

/**
 * One submission as the contract names it.
 *
 * @param fence the contract's number of the claim, from 1
 * @param number of the submission under the claim, 1 to 3
 * @param content of what was handed in
 */
public record WorkRef(WalletAddress agent, long fence, int number, Digest content) {}
