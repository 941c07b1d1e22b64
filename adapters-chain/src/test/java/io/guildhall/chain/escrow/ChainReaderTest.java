package io.guildhall.chain.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.guildhall.chain.ChainSettings;
import io.guildhall.chain.rpc.NodeUrl;
import io.guildhall.chain.rpc.Nodes;
import io.guildhall.chain.testnet.Anvil;
import io.guildhall.chain.testnet.StubNode;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.escrow.ChainFact;
import io.guildhall.domain.escrow.ChainReader.Block;
import io.guildhall.domain.escrow.ChainReader.Receipt;
import io.guildhall.domain.escrow.VaultEvent;
import io.guildhall.domain.escrow.WalletCall;
import io.guildhall.domain.shared.RefusedException;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainReaderTest extends EscrowTest {

    @Test
    void newestBlockIsTheHead() {
        escrow.chain.mine();

        Block head = escrow.reader.head();

        assertThat(head.number()).isEqualTo(escrow.chain.head());
        assertThat(escrow.reader.block(head.number())).contains(head);
        assertThat(escrow.reader.block(head.number() + 1)).isEmpty();
        assertThat(escrow.reader.timeOf(head)).isEqualTo(escrow.chain.now());
    }

    @Test
    void factHasItsPlaceAndTheTimeOfItsBlock() {
        escrow.funded();

        ChainFact fact = escrow.facts().getLast();

        assertThat(fact.origin().block()).isEqualTo(escrow.chain.head());
        assertThat(fact.origin().blockHash()).isEqualTo(escrow.reader.head().hash());
        assertThat(fact.origin().at()).isEqualTo(escrow.chain.now());
    }

    @Test
    void transactionThatIsInNoBlockHasNoReceipt() {
        TxHash waiting = escrow.deployed.send(escrow.deployed.ann(), cancel());

        assertThat(escrow.reader.receipt(waiting)).isEqualTo(new Receipt.None());
        assertThat(escrow.reader.receipt(new TxHash("0x" + "7".repeat(64))))
                .isEqualTo(new Receipt.None());
    }

    @Test
    void revertedTransactionIsInItsBlockAndSaysNothing() {
        TxHash reverted = escrow.deployed.does(escrow.deployed.ann(), cancel());

        assertThat(escrow.reader.receipt(reverted))
                .isEqualTo(new Receipt.Reverted(escrow.reader.head()));
    }

    @Test
    void receiptOfAnotherContractHoldsNoFacts() {
        TxHash approval =
                escrow.deployed.does(
                        escrow.deployed.ann(), new WalletCall.Approve(EscrowOnChain.usdc(1)));

        assertThat(escrow.reader.receipt(approval))
                .isInstanceOfSatisfying(
                        Receipt.Mined.class,
                        mined -> {
                            assertThat(mined.facts()).isEmpty();
                            assertThat(mined.origin().transaction()).isEqualTo(approval);
                            assertThat(mined.origin().at()).isEqualTo(escrow.chain.now());
                        });
    }

    @Test
    void reorganisedBlocksHaveOtherHashesAndLoseTheirFacts() {
        OnchainId bounty = escrow.claimedByAnn();
        Block claimed = escrow.reader.head();
        TxHash claim = escrow.facts().getLast().origin().transaction();

        escrow.chain.reorganise(1);

        assertThat(escrow.reader.block(claimed.number()))
                .hasValueSatisfying(block -> assertThat(block.hash()).isNotEqualTo(claimed.hash()));
        assertThat(escrow.facts())
                .extracting(ChainFact::event)
                .singleElement()
                .isInstanceOf(VaultEvent.Funded.class);
        assertThat(escrow.reader.receipt(claim)).isEqualTo(new Receipt.None());

        escrow.deployed.claim(escrow.deployed.bob(), bounty);

        assertThat(escrow.facts()).hasSize(2);
    }

    @Test
    void blocksThatAreNotThereYetAreNotPassedOver() {
        long next = escrow.chain.head() + 1;

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> escrow.reader.facts(0, next))
                .withMessageContaining("does not know block " + next);
    }

    @Test
    void lostNodeIsReplacedByTheNextInTheMiddleOfAStory() {
        try (StubNode dying = StubNode.on(Anvil.CHAIN_ID, 1_000)) {
            ChainSettings both = through(List.of(NodeUrl.of(dying.url("/")), escrow.chain.url()));
            dying.result("eth_getBlockByNumber", "{\"number\":\"0x1\",\"hash\":\"0x01\"}");
            EthereumChainReader reader =
                    new EthereumChainReader(new Nodes(both, InstantSource.system()), both);

            assertThat(reader.head()).isEqualTo(new Block(1, "0x01"));

            dying.everything(503, "");

            assertThat(reader.head()).isEqualTo(escrow.reader.head());
        }
    }

    @Test
    void chainThatNobodyReachesIsUnavailable() {
        ChainSettings nobody = through(List.of(NodeUrl.of("http://127.0.0.1:1/")));
        EthereumChainReader reader =
                new EthereumChainReader(new Nodes(nobody, InstantSource.system()), nobody);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(reader::head)
                .withMessage("The chain cannot be asked now: node 1: no connection");
    }

    private static ChainSettings through(List<NodeUrl> nodes) {
        return new ChainSettings(
                nodes,
                Anvil.CHAIN_ID,
                escrow.settings.contract(),
                escrow.settings.token(),
                escrow.settings.registry(),
                ChainSettings.TIME_LIMIT,
                1_000);
    }

    private static WalletCall cancel() {
        return new WalletCall.Cancel(escrow.vault.idOf(escrow.ann(), EscrowOnChain.BOUNTY));
    }
}
