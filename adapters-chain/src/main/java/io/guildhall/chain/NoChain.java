package io.guildhall.chain;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.ChainUnavailable;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.Admission;
import io.guildhall.domain.escrow.ChainFact;
import io.guildhall.domain.escrow.ChainReader;
import io.guildhall.domain.escrow.EscrowVault;
import io.guildhall.domain.escrow.WalletCall;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.AgentRegistrations;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where no chain is set up: whoever asks is told what is missing. */
public final class NoChain implements AgentRegistrations, EscrowVault, ChainReader {

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

    @Override
    public Site site() {
        throw unavailable();
    }

    @Override
    public OnchainId idOf(WalletAddress poster, BountyId bounty) {
        throw unavailable();
    }

    @Override
    public Companions companions() {
        throw unavailable();
    }

    @Override
    public FeeTerms feeTerms() {
        throw unavailable();
    }

    @Override
    public boolean isActiveAgent(WalletAddress agent) {
        throw unavailable();
    }

    @Override
    public ClaimQuote quoteClaim(OnchainId bounty) {
        throw unavailable();
    }

    @Override
    public Purse purse(WalletAddress wallet) {
        throw unavailable();
    }

    @Override
    public State state(OnchainId bounty) {
        throw unavailable();
    }

    @Override
    public Money heldFor(WalletAddress account) {
        throw unavailable();
    }

    @Override
    public Totals totals() {
        throw unavailable();
    }

    @Override
    public boolean isPaused() {
        throw unavailable();
    }

    @Override
    public Admission admit(OnchainId bounty, WalletAddress agent, long fence, Duration lasting) {
        throw unavailable();
    }

    @Override
    public String calldata(WalletCall call) {
        throw unavailable();
    }

    @Override
    public Block head() {
        throw unavailable();
    }

    @Override
    public Optional<Block> block(long number) {
        throw unavailable();
    }

    @Override
    public Instant timeOf(Block block) {
        throw unavailable();
    }

    @Override
    public List<ChainFact> facts(long from, long to) {
        throw unavailable();
    }

    @Override
    public List<ChainFact> facts(OnchainId bounty, long from, long to) {
        throw unavailable();
    }

    @Override
    public Receipt receipt(TxHash transaction) {
        throw unavailable();
    }

    private static RefusedException unavailable() {
        return new RefusedException(new ChainUnavailable(MISSING, false));
    }
}
