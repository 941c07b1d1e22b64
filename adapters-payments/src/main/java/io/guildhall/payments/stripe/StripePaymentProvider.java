package io.guildhall.payments.stripe;

import com.stripe.model.Refund;
import com.stripe.model.Transfer;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.TransferCreateParams;
import com.stripe.param.TransferListParams;
import io.guildhall.domain.payout.PaymentProvider;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.Rail;
import io.guildhall.payments.stripe.Answer.NotNow;
import io.guildhall.payments.stripe.Answer.Refused;
import io.guildhall.payments.stripe.Answer.Said;
import io.guildhall.payments.stripe.Answer.Unclear;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends money by Stripe: a transfer to the payee's account, or a refund of what it paid in.
 *
 * <p>Stripe keeps what it first answered under a key, for a day at least. So whatever it may have
 * done already is looked for before it is asked again; a clear refusal is asked anew under the next
 * key, and an unclear answer never is.
 */
public final class StripePaymentProvider implements PaymentProvider {

    /** By what our payouts are found at Stripe. */
    static final String PAYOUT = "guildhall_payout";

    /** More refusals than a payout is tried for. */
    private static final int KEYS_MAX = 50;

    private static final long FOUND_MAX = 100;

    private static final String UNKNOWN_THERE = "resource_missing";
    private static final String OF_SOMETHING_ELSE = "an answer about something else";
    private static final String ONBOARDING =
            "Your account at Stripe cannot be paid: open POST /api/payments/onboarding-link, then POST /api/payouts/{id}/resume";

    private static final String NOT_THAT_WAY =
            "It cannot go back the way it came; wait for the money to be on your balance again, then POST /api/balance/withdraw";

    /** What only the payee can change. */
    private static final Set<String> OF_THE_ACCOUNT =
            Set.of(
                    "account_closed",
                    "account_country_invalid_address",
                    "account_invalid",
                    "insufficient_capabilities_for_transfer",
                    "invalid_destination",
                    "no_account",
                    UNKNOWN_THERE,
                    "transfers_not_allowed");

    /** What no other try will change. */
    private static final Set<String> OF_THE_PAYMENT =
            Set.of(
                    "charge_already_refunded",
                    "charge_disputed",
                    "charge_exceeds_transaction_limit",
                    "refund_disputed_payment");

    private final StripeConnection stripe;

    public StripePaymentProvider(StripeSettings settings) {
        this.stripe = new StripeConnection(settings);
    }

    @Override
    public Rail rail() {
        return Rail.STRIPE;
    }

    @Override
    public Outcome send(Instruction instruction) {
        return switch (instruction.to()) {
            case Destination.ToAccount(var account) -> transfer(instruction, account);
            case Destination.BackTo(var receipt) -> refund(instruction, receipt);
            case Destination.Nowhere _ -> new Outcome.Declined("payout_account_needed", ONBOARDING);
        };
    }

    /** Where a transfer was to go earlier does not matter: it is found by what it is for. */
    @Override
    public Found lookFor(PayoutId key, Destination to) {
        return found(
                switch (to) {
                    case Destination.ToAccount _, Destination.Nowhere _ -> transfers(key);
                    case Destination.BackTo(var receipt) -> refunds(key, receipt);
                });
    }

    private Outcome transfer(Instruction instruction, String account) {
        return unlessGone(
                instruction,
                () ->
                        firstClear(
                                key -> create(key, instruction, account),
                                (Transfer transfer) -> ofTransfer(transfer, instruction),
                                instruction.key()));
    }

    private Outcome unlessGone(Instruction instruction, Supplier<Outcome> sent) {
        if (!instruction.asked()) {
            return sent.get();
        }
        return switch (lookFor(instruction.key(), instruction.to())) {
            case Found.Gone _ -> new Outcome.Settled();
            case Found.Nothing _ -> sent.get();
            case Found.Unclear(var reason) -> new Outcome.Unknown(reason);
        };
    }

    private Answer<Boolean> transfers(PayoutId key) {
        var params =
                TransferListParams.builder()
                        .setTransferGroup(key.toString())
                        .setLimit(FOUND_MAX)
                        .build();
        return stripe.ask((services, options) ->
                services.transfers().list(params, options).getData().stream()
                        .anyMatch(transfer -> isOurs(transfer.getMetadata(), key)));
    }

    private Answer<Transfer> create(String key, Instruction instruction, String account) {
        var params =
                TransferCreateParams.builder()
                        .setAmount(instruction.amount().cents())
                        .setCurrency(instruction.amount().currency().word())
                        .setDestination(account)
                        .setTransferGroup(instruction.key().toString())
                        .putMetadata(PAYOUT, instruction.key().toString())
                        .build();
        return stripe.ask(key, (services, options) -> services.transfers().create(params, options));
    }

    private Outcome refund(Instruction instruction, String receipt) {
        return unlessGone(
                instruction,
                () ->
                        firstClear(
                                key -> create(instruction, key, receipt),
                                (Refund refund) -> ofRefund(refund, instruction),
                                instruction.key()));
    }

    private Answer<Boolean> refunds(PayoutId key, String receipt) {
        return stripe.ask((services, options) ->
                StripeRefunds.of(receipt, services, options).stream()
                        .filter(refund -> !StripeRefunds.hasFailed(refund))
                        .anyMatch(refund -> isOurs(refund.getMetadata(), key)));
    }

    private Answer<Refund> create(Instruction instruction, String key, String receipt) {
        var params =
                RefundCreateParams.builder()
                        .setPaymentIntent(receipt)
                        .setAmount(instruction.amount().cents())
                        .putMetadata(PAYOUT, instruction.key().toString())
                        .build();
        return stripe.ask(key, (services, options) -> services.refunds().create(params, options));
    }

    private static Found found(Answer<Boolean> looked) {
        return switch (looked) {
            case Said<Boolean>(var there) -> there ? new Found.Gone() : new Found.Nothing();
            // A payment that the account never had, as one of test mode, was sent back by nobody.
            case Refused<Boolean>(var code, var _) when code.equals(UNKNOWN_THERE) ->
                    new Found.Nothing();
            case Refused<Boolean>(var code, var _) -> new Found.Unclear(code);
            case NotNow<Boolean>(var reason, var _) -> new Found.Unclear(reason);
            case Unclear<Boolean>(var reason) -> new Found.Unclear(reason);
        };
    }

    /** Asks under one key after another until Stripe says something that it has not said before. */
    private static <T> Outcome firstClear(
            Function<String, Answer<T>> ask, Function<T, Outcome> outcome, PayoutId payout) {
        for (int number = 1; number <= KEYS_MAX; number++) {
            String key = "payout-" + payout + (number == 1 ? "" : "-" + number);
            Answer<T> answer = ask.apply(key);
            if (!(answer instanceof Refused<T>(var _, var replayed) && replayed)) {
                return outcome(answer, outcome);
            }
        }
        return new Outcome.Failed("refused_too_often");
    }

    private static <T> Outcome outcome(Answer<T> answer, Function<T, Outcome> outcome) {
        return switch (answer) {
            case Said<T>(var value) -> outcome.apply(value);
            case Refused<T>(var code, var _) when OF_THE_ACCOUNT.contains(code) ->
                    new Outcome.Declined(code, ONBOARDING);
            case Refused<T>(var code, var _) when OF_THE_PAYMENT.contains(code) ->
                    new Outcome.Declined(code, NOT_THAT_WAY);
            case Refused<T>(var code, var _) -> new Outcome.Failed(code);
            case NotNow<T>(var reason, var _) -> new Outcome.Failed(reason);
            case Unclear<T>(var reason) -> new Outcome.Unknown(reason);
        };
    }

    private static Outcome ofTransfer(Transfer transfer, Instruction instruction) {
        return isAbout(instruction, transfer.getId(), transfer.getAmount(), transfer.getMetadata())
                ? new Outcome.Settled()
                : new Outcome.Unknown(OF_SOMETHING_ELSE);
    }

    private static Outcome ofRefund(Refund refund, Instruction instruction) {
        if (!isAbout(instruction, refund.getId(), refund.getAmount(), refund.getMetadata())) {
            return new Outcome.Unknown(OF_SOMETHING_ELSE);
        }
        return StripeRefunds.hasFailed(refund)
                ? new Outcome.Declined(StripeRefunds.reason(refund), NOT_THAT_WAY)
                : new Outcome.Settled();
    }

    /** Nothing else proves that the money has gone: anybody in between can say that all is well. */
    private static boolean isAbout(
            Instruction instruction,
            @Nullable String id,
            @Nullable Long cents,
            @Nullable Map<String, String> metadata) {
        return id != null
                && cents != null
                && cents == instruction.amount().cents()
                && isOurs(metadata, instruction.key());
    }

    private static boolean isOurs(@Nullable Map<String, String> metadata, PayoutId key) {
        return metadata != null && key.toString().equals(metadata.get(PAYOUT));
    }
}
