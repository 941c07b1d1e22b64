package io.guildhall.domain.escrow;

import io.guildhall.domain.chain.Origin;

/** An event of the contract, and where on the chain it is written. */
public record ChainFact(VaultEvent event, Origin origin) {}
