package io.guildhall.application.party;

import static io.guildhall.application.Market.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.inmemory.SealedWalletSignatures;
import io.guildhall.application.party.BindWallet.Statement;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.party.Caller;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BindWalletTest {

    private static final WalletAddress WALLET = new WalletAddress("0x" + "a1".repeat(20));
    private static final WalletAddress OTHER = new WalletAddress("0x" + "b2".repeat(20));

    private final Market market = new Market();
    private final Caller ann = market.operator("Ann");

    @Test
    void walletThatSaysSoIsItsOperators() {
        assertThat(bind(ann, WALLET)).isEqualTo(WALLET);
        assertThat(market.guildhall.wallets.ofOperator(ann.operator())).contains(WALLET);
        assertThat(market.guildhall.wallets.operatorWith(WALLET)).contains(ann.operator());
    }

    @Test
    void bindingItAgainChangesNothing() {
        bind(ann, WALLET);

        assertThat(bind(ann, WALLET)).isEqualTo(WALLET);
    }

    @Test
    void capitalsOfAnAddressDoNotMatter() {
        Statement statement = statement(ann, "0x" + "A1".repeat(20));

        assertThat(bind(ann, statement, WALLET)).isEqualTo(WALLET);
    }

    @Test
    void walletStaysWithItsOperator() {
        Caller eve = market.operator("Eve");
        bind(ann, WALLET);

        assertThat(refusal(() -> bind(eve, WALLET))).isEqualTo("wallet_taken");
        assertThat(refusal(() -> bind(ann, OTHER))).isEqualTo("wallet_taken");
        assertThat(market.guildhall.wallets.ofOperator(ann.operator())).contains(WALLET);
    }

    @Test
    void onlyTheWalletItselfCanSaySo() {
        Statement statement = statement(ann, WALLET.hex());

        assertThat(refusal(() -> bind(ann, statement, OTHER))).isEqualTo("invalid_field");
        assertThat(
                        refusal(() ->
                                market.use.bindWallet.handle(
                                        new BindWallet.Command(ann, statement, "0x00"))))
                .isEqualTo("invalid_field");
        assertThat(market.guildhall.wallets.ofOperator(ann.operator())).isEmpty();
    }

    @Test
    void whatWasSignedIsAboutThisAddressOnly() {
        String signature = SealedWalletSignatures.sign(WALLET, statement(ann, OTHER.hex()).text());

        assertThat(
                        refusal(() ->
                                market.use.bindWallet.handle(
                                        new BindWallet.Command(
                                                ann, statement(ann, WALLET.hex()), signature))))
                .isEqualTo("invalid_field");
    }

    @Test
    void addressHasToBeOne() {
        Statement statement = statement(ann, "0x123");

        assertThat(refusal(() -> bind(ann, statement, WALLET))).isEqualTo("invalid_field");
    }

    @Test
    void oldAndFutureStatementsDoNotCount() {
        Statement statement = statement(ann, WALLET.hex());
        market.guildhall.clock.advance(Duration.ofMinutes(10).plusMillis(1));
        assertThat(refusal(() -> bind(ann, statement, WALLET))).isEqualTo("invalid_field");

        market.guildhall.clock.advance(Duration.ofMinutes(-20).minusMillis(2));
        assertThat(refusal(() -> bind(ann, statement, WALLET))).isEqualTo("invalid_field");

        market.guildhall.clock.advance(Duration.ofMillis(1));
        assertThat(bind(ann, statement, WALLET)).isEqualTo(WALLET);
    }

    @Test
    void agentsKeyDoesNotBindItsOperatorsWallet() {
        Caller agent = market.agentOf(ann);

        assertThat(refusal(() -> bind(agent, WALLET))).isEqualTo("operator_key_needed");
    }

    private WalletAddress bind(Caller caller, WalletAddress wallet) {
        return bind(caller, statement(caller, wallet.hex()), wallet);
    }

    private WalletAddress bind(Caller caller, Statement statement, WalletAddress signer) {
        String signature = SealedWalletSignatures.sign(signer, statement.text());
        return market.use.bindWallet.handle(new BindWallet.Command(caller, statement, signature));
    }

    private Statement statement(Caller caller, String address) {
        return new Statement(
                caller.operator().value().toString(),
                address,
                market.guildhall.clock.instant().toEpochMilli());
    }
}
