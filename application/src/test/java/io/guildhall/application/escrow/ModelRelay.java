package io.guildhall.application.escrow;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.ChainFact;
import io.guildhall.domain.escrow.ChainReader.Receipt;
import io.guildhall.domain.escrow.SendingLimits;
import io.guildhall.domain.escrow.SignedCall;
import io.guildhall.domain.escrow.SignerAccount;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrderStatus.Done;
import io.guildhall.domain.escrow.VaultOrderStatus.Failed;
import io.guildhall.domain.escrow.VaultOrderStatus.Mined;
import io.guildhall.domain.escrow.VaultOrderStatus.Signed;
import io.guildhall.domain.escrow.VaultOrderStatus.Waiting;
import io.guildhall.domain.escrow.VaultOrderStatus.Withdrawn;
import io.guildhall.domain.escrow.VaultOutcome;
import io.guildhall.domain.escrow.VaultSender;
import io.guildhall.domain.shared.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries orders out at the model, one bounty's in their order; how they travel is told elsewhere.
 */
final class ModelRelay {

    private static final SignerAccount ACCOUNT =
            new SignerAccount(31_337, new WalletAddress("0x" + "9e".repeat(20)));
    private static final SendingLimits LIMITS = SendingLimits.STANDARD;

    private final ChainMarket chain;
    private final ModelContract model;
    private final int confirmations;
    private long nonces;

    ModelRelay(ChainMarket chain, ModelContract model, int confirmations) {
        this.chain = chain;
        this.model = model;
        this.confirmations = confirmations;
    }

    void round(List<Bounty> bounties) {
        for (Bounty bounty : bounties) {
            for (VaultOrder order : chain.guildhall.vaultOrders.of(bounty.id())) {
                if (!carryOut(order)) {
                    break;
                }
            }
        }
    }

    boolean isUnderWay(Bounty bounty) {
        return chain.guildhall.vaultOrders.of(bounty.id()).stream()
                .map(VaultOrder::status)
                .anyMatch(status ->
                        switch (status) {
                            case Waiting _, Signed _, Mined _ -> true;
                            case Done _, Failed _, Withdrawn _ -> false;
                        });
    }

    /** What the contract does when it is told so. */
    static ModelContract.Call call(VaultCall order) {
        return switch (order) {
            case VaultCall.SubmitWork(var _, var agent, var fence, var content) ->
                    (bounty, now) -> bounty.submit(agent, fence, content, now);
            case VaultCall.AcceptWork(var _, var work) ->
                    (bounty, _) -> bounty.accept(work, VaultOutcome.MERGED);
            case VaultCall.AcceptUnanswered _ -> ModelBounty::acceptUnanswered;
            case VaultCall.SendBack(var _, var work, var as, var _) ->
                    (bounty, now) -> bounty.sendBack(work, as, now);
            case VaultCall.Expire _ -> ModelBounty::expire;
            case VaultCall.OpenDispute(var _, var agent, var fence, var about, var by, var _) ->
                    (bounty, now) -> bounty.openDispute(agent, fence, about, by, now);
            case VaultCall.AnswerDispute(var _, var number, var evidence) ->
                    (bounty, now) -> bounty.answerDispute(number, evidence, now);
            case VaultCall.RuleDispute(var _, var number, var share) ->
                    (bounty, now) -> bounty.ruleDispute(number, share, now);
            case VaultCall.TimeOutDispute _ -> ModelBounty::timeOutDispute;
        };
    }

    /** Whether the next order of the bounty may follow. */
    private boolean carryOut(VaultOrder order) {
        Instant now = chain.guildhall.clock.instant();
        return switch (order.status()) {
            case Done _, Failed _, Withdrawn _ -> true;
            case Waiting(var tryAt, var _) -> !now.isBefore(tryAt) && send(order, now);
            case Signed _ -> send(order, now);
            case Mined(var call, var _) ->
                    switch (chain.contract.receipt(call.newest().hash())) {
                        case Receipt.None _, Receipt.Reverted _ ->
                                send(save(order.reorganise(now)), now);
                        case Receipt.Mined(var origin, var _) -> {
                            VaultOrder mined = save(order.mine(origin, now));
                            if (chain.contract.head().number() - origin.block() >= confirmations) {
                                save(mined.finish(now));
                            }
                            yield true;
                        }
                    };
        };
    }

    private boolean send(VaultOrder order, Instant now) {
        SignedCall signed = order.signed();
        @Nullable TxHash before = signed == null ? null : signed.newest().hash();
        Optional<ChainFact> fact = model.order(order.call().bounty(), call(order.call()), before);
        if (fact.isEmpty()) {
            refused(order, signed, now);
            return false;
        }
        VaultOrder sent =
                signed == null
                        ? save(order.sign(text(fact.get().origin().transaction()), now))
                        : order;
        save(sent.mine(fact.get().origin(), now));
        return true;
    }

    private void refused(VaultOrder order, @Nullable SignedCall signed, Instant now) {
        VaultOrder refused =
                save(
                        signed == null
                                ? order.object("reverts", LIMITS, now)
                                : order.revert("reverts", LIMITS, now));
        if (refused.status() instanceof Failed) {
            chain.guildhall.transactions.run(
                    () -> chain.use.freezeOnFailure.failed(refused, "reverts"));
        } else {
            chain.guildhall.transactions.run(() -> chain.use.freezeOnFailure.refused(refused));
        }
    }

    private SignedCall text(TxHash hash) {
        long nonce = nonces++;
        var text = new VaultSender.Signed("0x00", hash, nonce, new VaultSender.Price(1, 1));
        return new SignedCall(ACCOUNT, nonce, 21_000, List.of(text));
    }

    private VaultOrder save(Decision<VaultOrder> decision) {
        return Objects.requireNonNull(
                chain.guildhall.transactions.run(
                        () -> chain.guildhall.vaultOrders.save(decision.orThrow().state())));
    }
}
