package io.guildhall.chain;

import io.guildhall.domain.chain.ChainUnavailable;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.party.AgentRegistrations;
import io.guildhall.domain.shared.RefusedException;

/** Where no chain is set up: whoever asks is told what is missing. */
public final class NoChain implements AgentRegistrations {

    private static final String MISSING =
            "none is set up on this installation; who runs it sets GUILDHALL_CHAIN_RPC_URL";

    @Override
    public Finding registeredBy(TxHash transaction) {
        throw unavailable();
    }

    @Override
    public boolean isActive(WalletAddress agent) {
        throw unavailable();
    }

    private static RefusedException unavailable() {
        return new RefusedException(new ChainUnavailable(MISSING));
    }
}
