package io.guildhall.chain.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.chain.ChainSettings;
import io.guildhall.chain.rpc.Nodes;
import io.guildhall.chain.testnet.Anvil;
import io.guildhall.chain.testnet.Deployed;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.ChainFact;
import io.guildhall.domain.escrow.ChainReader.Receipt;
import io.guildhall.domain.escrow.ChainReader.TooManyLogs;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.VaultEvent;
import io.guildhall.domain.escrow.VaultSender.Broadcast;
import io.guildhall.domain.escrow.VaultSender.Rehearsal.WouldPass;
import io.guildhall.domain.escrow.VaultSender.Signed;
import io.guildhall.domain.escrow.WorkRef;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** A chain with the contracts, our adapters for it, and what stories on it begin with. */
final class EscrowOnChain implements AutoCloseable {

    static final BountyId BOUNTY =
            new BountyId(UUID.fromString("0199e0a1-7b6c-7def-8123-456789abcdef"));
    static final Digest CONTENT = Digest.of("content");

    final Anvil chain = Anvil.start();
    final Deployed deployed = Deployed.on(chain);
    final ChainSettings settings = deployed.settings();
    final Nodes nodes = new Nodes(settings, InstantSource.system());
    final EthereumChainReader reader = new EthereumChainReader(nodes, settings);
    final EthereumEscrowVault vault =
            new EthereumEscrowVault(nodes, settings, deployed.keys(), InstantSource.system());
    final EthereumVaultSender sender = new EthereumVaultSender(nodes, settings, deployed.keys());

    private String beginning;

    EscrowOnChain() {
        deployed.register(deployed.ann());
        deployed.register(deployed.bob());
        beginning = chain.snapshot();
    }

    void beginAgain() {
        chain.revert(beginning);
        beginning = chain.snapshot();
    }

    @Override
    public void close() {
        chain.close();
    }

    static Money usdc(long units) {
        return new Money(units, Currency.USDC);
    }

    OnchainId funded() {
        return deployed.fund(BOUNTY, deployed.terms());
    }

    OnchainId claimedByAnn() {
        OnchainId bounty = funded();
        deployed.claim(deployed.ann(), bounty);
        return bounty;
    }

    OnchainId submittedByAnn() {
        OnchainId bounty = claimedByAnn();
        relay(new VaultCall.SubmitWork(bounty, ann(), 1, CONTENT));
        return bounty;
    }

    WalletAddress ann() {
        return deployed.ann().address();
    }

    WorkRef annsWork(int number) {
        return new WorkRef(ann(), 1, number, CONTENT);
    }

    /** Signs with our key, sends, and tells what it led to. */
    List<VaultEvent> relay(VaultCall call) {
        Signed signed = signed(call);
        assertThat(sender.broadcast(signed)).isEqualTo(new Broadcast.Taken());
        chain.mine();
        return said(signed.hash());
    }

    Signed signed(VaultCall call) {
        long gasLimit = ((WouldPass) sender.rehearse(call)).gasLimit();
        WalletAddress wallet = sender.wallet(call.signer()).orElseThrow();
        return sender.sign(call, sender.transactionCount(wallet), gasLimit, sender.price());
    }

    /** What the contract said in a transaction, which the events of its block say as well. */
    List<VaultEvent> said(TxHash transaction) {
        Receipt.Mined mined = (Receipt.Mined) reader.receipt(transaction);
        assertThat(facts().stream().filter(fact -> isIn(fact, transaction)).toList())
                .isEqualTo(mined.facts());
        return mined.facts().stream().map(ChainFact::event).toList();
    }

    /** All there are. */
    List<ChainFact> facts() {
        try {
            return reader.facts(0, reader.head().number());
        } catch (TooManyLogs e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isIn(ChainFact fact, TxHash transaction) {
        return fact.origin().transaction().equals(transaction);
    }
}
