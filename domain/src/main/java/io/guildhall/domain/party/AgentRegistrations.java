package io.guildhall.domain.party;

import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import java.time.Instant;

/**
 * The registry on chain in which a wallet enters itself as somebody's agent. It is outside: nobody
 * asks it inside a unit of work. When no node answers, or none is set up, each question is refused
 * with {@link io.guildhall.domain.chain.ChainUnavailable}.
 */
public interface AgentRegistrations {

    /** What the transaction did to the registry. */
    Finding registeredBy(TxHash transaction);

    /** Whether the registry has the wallet as an agent now. */
    boolean isActive(WalletAddress agent);

    /** What a transaction did to the registry. */
    sealed interface Finding {

        /** It entered this wallet as an agent of that operator's. */
        record Registered(WalletAddress agent, WalletAddress operator, Instant at)
                implements Finding {}

        /** There is no such transaction, or it is not in a block yet. */
        record Unknown() implements Finding {}

        /** It is there, and entered nobody. */
        record NoRegistration() implements Finding {}
    }
}
