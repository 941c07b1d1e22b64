package io.guildhall.payments.stripe;

import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.payee.PayeeOnboarding;
import io.guildhall.domain.payment.Checkout;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.rail.RailBooks;
import io.guildhall.domain.rail.RailNotSetUp;
import io.guildhall.domain.rail.RailNoticeReader;
import io.guildhall.domain.shared.RefusedException;
import org.jspecify.annotations.Nullable;

/** Where Stripe is not set up: whoever asks is told what is missing. */
public final class NoStripe implements Checkout, PayeeOnboarding, RailNoticeReader, RailBooks {

    @Override
    public Rail rail() {
        throw notSetUp();
    }

    @Override
    public Limits limits() {
        throw notSetUp();
    }

    @Override
    public Standing open(Request request) {
        throw notSetUp();
    }

    @Override
    public Standing look(String reference) {
        throw notSetUp();
    }

    @Override
    public boolean serves(String country) {
        throw notSetUp();
    }

    @Override
    public String open(Application application) {
        throw notSetUp();
    }

    @Override
    public Page page(String reference) {
        throw notSetUp();
    }

    @Override
    public Facts facts(String reference) {
        throw notSetUp();
    }

    @Override
    public Told read(String body, @Nullable String signature) {
        throw notSetUp();
    }

    @Override
    public Told read(String kept) {
        throw notSetUp();
    }

    @Override
    public Money held(Currency currency) {
        throw notSetUp();
    }

    @Override
    public Lines lines(Currency currency, @Nullable String after) {
        throw notSetUp();
    }

    private static RefusedException notSetUp() {
        return new RefusedException(new RailNotSetUp());
    }
}
