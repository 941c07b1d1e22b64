package io.guildhall.application.escrow;

import io.guildhall.domain.chain.ChainUnavailable;
import io.guildhall.domain.escrow.SendingLimits;
import io.guildhall.domain.escrow.SignedCall;
import io.guildhall.domain.escrow.SignerAccount;
import io.guildhall.domain.escrow.SignerAccounts;
import io.guildhall.domain.escrow.VaultCall.Signer;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrderStatus.Signed;
import io.guildhall.domain.escrow.VaultOrders;
import io.guildhall.domain.escrow.VaultSender;
import io.guildhall.domain.escrow.VaultSender.Price;
import io.guildhall.domain.escrow.VaultSender.Rehearsal;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.RefusedException;
import java.time.InstantSource;
import java.util.List;

/** Rehearses orders that are due, and signs and sends those that would pass. */
final class DueOrders {

    private final Turn turn;
    private final VaultOrders orders;
    private final SignerAccounts accounts;
    private final VaultSender sender;
    private final SendingLimits limits;
    private final InstantSource clock;

    DueOrders(
            Turn turn,
            VaultOrders orders,
            SignerAccounts accounts,
            VaultSender sender,
            SendingLimits limits,
            InstantSource clock) {
        this.turn = turn;
        this.orders = orders;
        this.accounts = accounts;
        this.sender = sender;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * @param free how many transactions of the wallet are in blocks
     */
    void send(Signer signer, long free) {
        SignerAccount account = turn.lease().account();
        long out =
                orders.inFlight(account).stream()
                        .filter(order -> order.status() instanceof Signed)
                        .count();
        int room = (int) Math.max(0, limits.inFlightMax() - out);
        int atOnce = Math.min(room, limits.batch());
        List<VaultOrder> due =
                atOnce == 0 ? List.of() : orders.due(signer, clock.instant(), atOnce);
        for (VaultOrder order : due) {
            rehearse(order, free);
        }
    }

    private void rehearse(VaultOrder order, long free) {
        Rehearsal rehearsal;
        try {
            rehearsal = sender.rehearse(order.call());
        } catch (RefusedException refused) {
            if (!(refused.error() instanceof ChainUnavailable(var reason, var _))) {
                throw refused;
            }
            // It may be this one call that no node can make sense of; the others go on.
            turn.step(order, found -> found.putOff(reason, limits, clock.instant()));
            return;
        }
        switch (rehearsal) {
            case Rehearsal.WouldRevert(var error) ->
                    turn.step(order, found -> found.object(error, limits, clock.instant()));
            case Rehearsal.WouldPass(var gasLimit) -> {
                Price price = limits.first(sender.price());
                turn.step(order, found -> signed(found, free, gasLimit, price))
                        .ifPresent(turn::send);
            }
        }
    }

    /** Signing asks nobody, so nonce and text are kept in the same unit of work. */
    private Decision<VaultOrder> signed(VaultOrder order, long free, long gasLimit, Price price) {
        SignerAccount account = turn.lease().account();
        long nonce = accounts.reserve(turn.lease(), free).orElseThrow(LeaseLost::new);
        VaultSender.Signed text = sender.sign(order.call(), nonce, gasLimit, price);
        return order.sign(new SignedCall(account, nonce, gasLimit, List.of(text)), clock.instant());
    }
}
