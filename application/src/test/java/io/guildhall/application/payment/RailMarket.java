package io.guildhall.application.payment;

import io.guildhall.application.Market;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.ScriptedRail;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.application.payee.OnboardPayee;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payout.Payout;
import java.util.Objects;

/** A market whose money comes and goes by a processor outside. */
final class RailMarket {

    final InMemoryGuildhall guildhall = new InMemoryGuildhall();
    final ScriptedRail rail = guildhall.rail;
    final UseCases use = new UseCases(guildhall.portsPayingBy(guildhall.rail));
    final Market market = new Market(guildhall, use);

    /** An operator that brought so much in, less nothing: the platform bears the fee. */
    Caller operatorWith(String name, Money money) {
        Caller operator = market.operator(name);
        pay(operator, money);
        return operator;
    }

    /** Asked for, and the rail has made the page. */
    Payment open(Caller operator, Money money) {
        Payment payment = use.requestPayment.handle(new RequestPayment.Command(operator, money));
        use.followPayments.handle(100);
        return now(payment);
    }

    Payment pay(Caller operator, Money money) {
        Payment payment = open(operator, money);
        rail.pay(payment.id());
        return told(payment);
    }

    /** The rail has said by itself that something happened, and was asked what. */
    Payment told(Payment payment) {
        String notice = guildhall.ids.next() + " payment " + payment.id();
        use.receiveRailNotice.handle(notice, String.valueOf(notice.length()));
        use.hearRailNotices.handle(100);
        use.followPayments.handle(100);
        return now(payment);
    }

    /** Somebody to whom the rail pays out. */
    Caller payee(String name) {
        Caller operator = market.operator(name);
        onboard(operator);
        return operator;
    }

    String onboard(Caller operator) {
        use.onboardPayee.handle(new OnboardPayee.Command(operator, "DE", false));
        String account = account(operator);
        rail.complete(account, "bank-1");
        use.followPayees.handle(100);
        return account;
    }

    String account(Caller operator) {
        return Objects.requireNonNull(
                guildhall.payeeAccounts.of(operator.operator()).orElseThrow().reference());
    }

    Payment now(Payment payment) {
        return guildhall.payments.find(payment.id()).orElseThrow();
    }

    Payout now(Payout payout) {
        return guildhall.payouts.find(payout.id()).orElseThrow();
    }

    Money available(Caller operator) {
        return market.balance(operator).available();
    }
}
