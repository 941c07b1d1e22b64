package io.guildhall.application.party;

import io.guildhall.application.access.WalletSignatures;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Wallets;
import io.guildhall.domain.shared.Invalid;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Binds the calling operator's wallet, as the wallet itself says by its signature, so that the
 * operator can post bounties whose money lies in a contract. Binding the same again changes
 * nothing.
 */
public final class BindWallet {

    private final UseCaseContext context;
    private final Wallets wallets;
    private final WalletSignatures signatures;
    private final InstantSource worldClock;

    public BindWallet(
            UseCaseContext context,
            Wallets wallets,
            WalletSignatures signatures,
            InstantSource worldClock) {
        this.context = context;
        this.wallets = wallets;
        this.signatures = signatures;
        this.worldClock = worldClock;
    }

    /**
     * What the wallet has signed.
     *
     * @param operator as the door calls it
     * @param address as it was sent
     * @param timestamp milliseconds since 1970
     */
    public record Statement(String operator, String address, long timestamp) {

        public String text() {
            return "Guildhall: wallet %s belongs to operator %s at %d"
                    .formatted(address, operator, timestamp);
        }
    }

    public record Command(Caller caller, Statement statement, String signature) {}

    public WalletAddress handle(Command command) {
        OperatorId operator = command.caller().asOperator();
        Statement statement = command.statement();
        Instant now = worldClock.instant();
        new Invalid.Check()
                .require(
                        WalletAddress.of(statement.address()).isPresent(),
                        "address",
                        "must be an address: 0x and 40 hex digits")
                .require(
                        StatementAge.isRecent(statement.timestamp(), now),
                        "timestamp",
                        StatementAge.wanted(now))
                .orThrow();
        WalletAddress wallet = new WalletAddress(statement.address());
        new Invalid.Check()
                .require(
                        signatures
                                .signer(statement.text(), command.signature())
                                .filter(wallet::equals)
                                .isPresent(),
                        "signature",
                        "must be the EIP-191 signature (personal_sign) of the wallet over the text "
                                + statement.text())
                .orThrow();
        context.transactions().run(() -> wallets.bind(operator, wallet, now));
        return wallet;
    }
}
