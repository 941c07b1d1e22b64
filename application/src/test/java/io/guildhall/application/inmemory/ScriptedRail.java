package io.guildhall.application.inmemory;

import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.payee.PayeeOnboarding;
import io.guildhall.domain.payment.Chargeback;
import io.guildhall.domain.payment.Checkout;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payment.Receipt;
import io.guildhall.domain.payout.PaymentProvider;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.rail.RailBooks;
import io.guildhall.domain.rail.RailNoticeReader;
import io.guildhall.domain.rail.RailUnavailable;
import io.guildhall.domain.shared.RefusedException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A processor in memory, with books of its own: payers pay, banks take back, payees are paid. It
 * answers rightly unless it was told to break down, before it has done what it was asked or after.
 */
public final class ScriptedRail implements Checkout, PayeeOnboarding, PaymentProvider, RailBooks {

    /** What each payment costs, in cents. */
    public static final long FEE_CENTS = 30;

    private static final Duration PAGE_OPEN = Duration.ofDays(1);

    /** How the rail behaves once. */
    public enum Behaviour {
        WORKS,
        BREAKS_BEFORE,
        BREAKS_AFTER,
        DECLINES
    }

    private static final class Page {
        private final Request request;
        private final Instant expiresAt;
        private boolean over;
        private @Nullable Receipt receipt;

        Page(Request request, Instant expiresAt) {
            this.request = request;
            this.expiresAt = expiresAt;
        }
    }

    private final InstantSource clock;
    private final Map<PaymentId, String> references = new HashMap<>();
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Map<UUID, String> accounts = new LinkedHashMap<>();
    private final Map<String, Facts> facts = new HashMap<>();
    private final List<Instruction> moved = new ArrayList<>();
    private final Set<PayoutId> keys = new HashSet<>();
    private final Map<PayoutId, String> bounced = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final Deque<Behaviour> script = new ArrayDeque<>();

    public ScriptedRail(InstantSource clock) {
        this.clock = clock;
    }

    public synchronized void recover() {
        script.clear();
    }

    public synchronized void next(Behaviour... behaviours) {
        script.addAll(List.of(behaviours));
    }

    @Override
    public Rail rail() {
        return Rail.STRIPE;
    }

    @Override
    public Limits limits() {
        return new Limits(50, 99_999_999);
    }

    @Override
    public synchronized Standing open(Request request) {
        Behaviour behaviour = behaviour();
        String reference = references.computeIfAbsent(request.key(), key -> "page-" + key.value());
        pages.computeIfAbsent(reference, _ -> new Page(request, clock.instant().plus(PAGE_OPEN)));
        breakAfter(behaviour);
        return behaviour == Behaviour.DECLINES
                ? new Standing.Over("declined")
                : standing(reference);
    }

    @Override
    public synchronized Standing look(String reference) {
        breakAfter(behaviour());
        return standing(reference);
    }

    /** The payer has paid. */
    public synchronized void pay(PaymentId payment) {
        Page page = page(payment);
        if (page.receipt == null) {
            Money fee = Money.cents(FEE_CENTS, page.request.amount().currency());
            page.receipt = new Receipt("receipt-" + payment.value(), fee, true, List.of());
            enter("payment", page.request.amount().minus(fee), new Mark.OfPayment(payment));
        }
    }

    /** Nobody has paid, and nobody can any more. */
    public synchronized void expire(PaymentId payment) {
        page(payment).over = true;
    }

    /** The payer's bank takes all of it back, once, and the rail keeps a fee. */
    public synchronized void chargeBack(PaymentId payment) {
        Page page = page(payment);
        Receipt paid = Objects.requireNonNull(page.receipt);
        if (!paid.chargebacks().isEmpty()) {
            return;
        }
        Money amount = page.request.amount();
        Money fee = Money.cents(1_500, amount.currency());
        page.receipt =
                new Receipt(
                        paid.reference(),
                        paid.fee(),
                        true,
                        List.of(new Chargeback("dispute", amount, fee, true)));
        enter(
                "adjustment",
                Money.zero(amount.currency()).minus(amount).minus(fee),
                new Mark.OfReceipt(paid.reference()));
    }

    /** The bank gives it back; the fee stays. */
    public synchronized void reverseChargeback(PaymentId payment) {
        Page page = page(payment);
        Receipt paid = Objects.requireNonNull(page.receipt);
        Chargeback before = paid.chargebacks().getFirst();
        Money none = Money.zero(page.request.amount().currency());
        page.receipt =
                new Receipt(
                        paid.reference(),
                        paid.fee(),
                        true,
                        List.of(new Chargeback("dispute", none, before.fee(), false)));
        enter("adjustment", before.taken(), new Mark.OfReceipt(paid.reference()));
    }

    @Override
    public boolean serves(String country) {
        breakAfter(behaviour());
        return !country.equals("KP");
    }

    @Override
    public synchronized String open(Application application) {
        Behaviour behaviour = behaviour();
        String reference = accounts.computeIfAbsent(application.key(), key -> "account-" + key);
        facts.putIfAbsent(
                reference, new Facts(false, List.of("external_account"), "requirements", null));
        breakAfter(behaviour);
        return reference;
    }

    @Override
    public synchronized PayeeOnboarding.Page page(String reference) {
        breakAfter(behaviour());
        return new PayeeOnboarding.Page(
                URI.create("https://rail.example/" + reference),
                clock.instant().plus(Duration.ofMinutes(5)));
    }

    @Override
    public synchronized Facts facts(String reference) {
        breakAfter(behaviour());
        return Objects.requireNonNull(facts.get(reference));
    }

    /** The payee has told the rail all it wants to know. */
    public synchronized void complete(String reference, String destination) {
        facts.put(reference, new Facts(true, List.of(), null, destination));
    }

    public synchronized void restrict(String reference) {
        facts.put(reference, new Facts(false, List.of("document"), "requirements", null));
    }

    @Override
    public synchronized Outcome send(Instruction instruction) {
        Behaviour behaviour = behaviour();
        PayoutId key = instruction.key();
        // Like Stripe: a key is known for a day, and what is older is found if it is looked for.
        if (instruction.asked() ? isMoved(key) : keys.contains(key)) {
            breakAfter(behaviour);
            return new Outcome.Settled();
        }
        if (behaviour == Behaviour.DECLINES || instruction.to() instanceof Destination.Nowhere) {
            breakAfter(behaviour);
            return new Outcome.Declined("account_closed", "Name another account");
        }
        moved.add(instruction);
        keys.add(key);
        enter(
                instruction.to() instanceof Destination.BackTo ? "refund" : "transfer",
                Money.zero(instruction.amount().currency()).minus(instruction.amount()),
                new Mark.OfPayout(instruction.key()));
        breakAfter(behaviour);
        return new Outcome.Settled();
    }

    @Override
    public synchronized Found lookFor(PayoutId key, Destination to) {
        Behaviour behaviour = behaviour();
        breakAfter(behaviour);
        return isMoved(key) ? new Found.Gone() : new Found.Nothing();
    }

    /** The payer's bank did not take what was sent back to it. */
    public synchronized void bounce(PayoutId refund) {
        Money amount = movedFor(refund).amount();
        bounced.put(refund, "refund_declined");
        enter("refund_failure", amount, new Mark.OfPayout(refund));
    }

    /** The keys of a day ago are forgotten. */
    public synchronized void forgetKeys() {
        keys.clear();
    }

    /** What really moved, and stayed away. */
    public synchronized List<Instruction> moved() {
        return moved.stream()
                .filter(instruction -> !bounced.containsKey(instruction.key()))
                .toList();
    }

    @Override
    public synchronized Money held(Currency currency) {
        return lines.stream()
                .map(Line::net)
                .filter(net -> net.currency() == currency)
                .reduce(Money.zero(currency), Money::plus);
    }

    @Override
    public synchronized Lines lines(Currency currency, @Nullable String after) {
        List<Line> all =
                lines.reversed().stream()
                        .filter(line -> line.net().currency() == currency)
                        .dropWhile(line -> after != null && !line.reference().equals(after))
                        .skip(after == null ? 0 : 1)
                        .toList();
        return new Lines(all.stream().limit(3).toList(), all.size() > 3);
    }

    /** Understands what it tells by itself. */
    public RailNoticeReader noticeReader() {
        return new TextNoticeReader();
    }

    /** Something of which we know nothing. */
    public synchronized void enter(String type, Money net, @Nullable Mark mark) {
        lines.add(new Line("line-" + lines.size(), type, net, mark));
    }

    private Page page(PaymentId payment) {
        return Objects.requireNonNull(pages.get(Objects.requireNonNull(references.get(payment))));
    }

    private Standing standing(String reference) {
        Page page = Objects.requireNonNull(pages.get(reference));
        if (page.receipt != null) {
            return new Standing.Paid(page.receipt, bouncedTo(page.receipt));
        }
        if (page.over || clock.instant().isAfter(page.expiresAt)) {
            return new Standing.Over("expired");
        }
        return new Standing.Waiting(
                reference, URI.create("https://rail.example/" + reference), page.expiresAt);
    }

    private Map<PayoutId, String> bouncedTo(Receipt receipt) {
        Map<PayoutId, String> there = new HashMap<>(bounced);
        there.keySet()
                .removeIf(refund ->
                        !movedFor(refund).to().equals(new Destination.BackTo(receipt.reference())));
        return there;
    }

    private boolean isMoved(PayoutId payout) {
        return moved.stream().anyMatch(instruction -> instruction.key().equals(payout));
    }

    private Instruction movedFor(PayoutId payout) {
        return moved.stream()
                .filter(instruction -> instruction.key().equals(payout))
                .findFirst()
                .orElseThrow();
    }

    private synchronized Behaviour behaviour() {
        Behaviour behaviour = script.isEmpty() ? Behaviour.WORKS : script.remove();
        if (behaviour == Behaviour.BREAKS_BEFORE) {
            throw broken();
        }
        return behaviour;
    }

    private static void breakAfter(Behaviour behaviour) {
        if (behaviour == Behaviour.BREAKS_AFTER) {
            throw broken();
        }
    }

    private static RefusedException broken() {
        return new RefusedException(new RailUnavailable("the connection broke", null));
    }
}
