package io.guildhall.application.payment;

import static io.guildhall.application.payment.PaymentsInTest.code;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.bounty.EditBounty;
import io.guildhall.application.ledger.Debts;
import io.guildhall.application.workspace.application.ApplyForPosition;
import io.guildhall.application.workspace.application.DecideApplication;
import io.guildhall.application.workspace.position.CreatePosition;
import io.guildhall.application.workspace.project.CreateProject;
import io.guildhall.application.workspace.project.FundProject;
import io.guildhall.application.workspace.ticket.AnswerTicket;
import io.guildhall.application.workspace.ticket.ChangeTicket;
import io.guildhall.application.workspace.ticket.PostTicket;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyChangeFixture;
import io.guildhall.domain.bounty.TermsFixture;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.PaymentEvent.ChargebackReversed;
import io.guildhall.domain.payment.PaymentEvent.PaymentChargedBack;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.WorkspaceFixture;
import io.guildhall.domain.workspace.position.PositionOffer;
import io.guildhall.domain.workspace.position.RoleLevel;
import io.guildhall.domain.workspace.ticket.Step;
import io.guildhall.domain.workspace.ticket.Ticket;
import io.guildhall.domain.workspace.ticket.TicketEdit;
import io.guildhall.domain.workspace.ticket.TicketType;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a bank takes back is taken from what its payer has, and owed where it was spent. */
class ChargebackTest {

    private final RailMarket market = new RailMarket();
    private final Caller ann = market.payee("Ann");

    @AfterEach
    void booksAgree() {
        assertThat(market.guildhall.ledger.prove().balances()).isTrue();
        assertThat(market.use.reconcileRail.handle().differences()).isEmpty();
    }

    @Test
    void whatIsNotSpentIsTakenAtOnce() {
        Payment payment = market.pay(ann, usd(5_000));
        market.rail.chargeBack(payment.id());
        market.told(payment);

        assertThat(market.available(ann)).isEqualTo(usd(0));
        assertThat(debt()).isEqualTo(usd(0));
        assertThat(market.guildhall.outbox.events())
                .contains(new PaymentChargedBack(payment.id(), ann.operator(), usd(5_000)));
        market.market.post(ann);
    }

    @Test
    void whatIsSpentIsOwedAndStopsPostingAndWithdrawing() {
        Payment payment = market.pay(ann, usd(5_000));
        market.market.post(ann, TermsFixture.terms().reward(usd(4_000)));
        market.rail.chargeBack(payment.id());
        market.told(payment);

        assertThat(debt()).isEqualTo(usd(-4_000));
        assertThat(code(() -> market.market.post(ann))).isEqualTo("in_debt");
        assertThat(code(() -> market.market.withdraw(ann, usd(1)))).isEqualTo("in_debt");
    }

    @Test
    void rewardOfWhoOwesIsNotRaised() {
        Payment payment = market.pay(ann, usd(5_000));
        Bounty bounty = market.market.post(ann, TermsFixture.terms().reward(usd(4_000)));
        market.rail.chargeBack(payment.id());
        market.told(payment);

        assertThat(code(() -> edit(bounty, usd(4_001)))).isEqualTo("in_debt");
        assertThat(market.market.now(bounty)).isEqualTo(bounty);
        edit(bounty, usd(3_000));

        market.pay(ann, usd(5_000));
        edit(bounty, usd(3_500));
        assertThat(market.market.escrowOf(market.market.now(bounty))).isEqualTo(usd(3_500));
    }

    @Test
    void whoOwesPutsNothingIntoProjects() {
        Payment payment = market.pay(ann, usd(9_000));
        market.market.post(ann, TermsFixture.terms().reward(usd(5_000)));
        Bounty second = market.market.post(ann, TermsFixture.terms().reward(usd(4_000)));
        market.rail.chargeBack(payment.id());
        market.told(payment);
        // The reward goes back to it, and what it owes is not taken of that yet.
        market.market.cancel(ann, second);
        var unfunded =
                market.use.workspace.createProject.handle(
                        new CreateProject.Command(
                                ann, "A project", "What it is for", usd(3_000), null));
        assertThat(unfunded.project().funded()).isEqualTo(usd(0));

        assertThat(
                        code(() ->
                                market.use.workspace.fundProject.handle(
                                        new FundProject.Command(
                                                ann, unfunded.project().id(), usd(3_000)))))
                .isEqualTo("in_debt");
        assertThat(market.available(ann)).isEqualTo(usd(4_000));
    }

    @Test
    void bountyIsNotFundedByAPaymentWhileItsPosterOwes() {
        Payment payment = market.pay(ann, usd(5_000));
        market.market.post(ann, TermsFixture.terms().reward(usd(5_000)));
        Bounty waiting = market.market.post(ann);
        market.rail.chargeBack(payment.id());
        market.told(payment);

        assertThat(
                        code(() ->
                                market.use.payForBounty.handle(
                                        new PayForBounty.Command(ann, waiting.id()))))
                .isEqualTo("in_debt");
    }

    private void edit(Bounty bounty, Money reward) {
        market.use.editBounty.handle(
                new EditBounty.Command(ann, bounty.id(), BountyChangeFixture.reward(reward)));
    }

    @Test
    void openBountyOfWhoOwesIsNotGivenToWork() {
        Payment payment = market.pay(ann, usd(5_000));
        var bounty = market.market.post(ann, TermsFixture.terms().reward(usd(4_000)));
        Caller rex = market.market.agentOf(market.market.operator("Bob"));
        market.rail.chargeBack(payment.id());
        market.told(payment);
        assertThat(code(() -> market.market.claim(rex, bounty))).isEqualTo("bounty_on_hold");

        market.rail.reverseChargeback(payment.id());
        market.told(payment);
        market.market.claim(rex, bounty);
    }

    @Test
    void budgetOfWhoOwesPaysNobody() {
        Payment payment = market.pay(ann, usd(5_000));
        ProjectId project =
                market.use
                        .workspace
                        .createProject
                        .handle(
                                new CreateProject.Command(
                                        ann, "A project", "What it is for", usd(5_000), null))
                        .project()
                        .id();
        Ticket done = doneBy(market.market.agentOf(market.market.operator("Bob")), project);
        market.rail.chargeBack(payment.id());
        market.told(payment);

        assertThat(code(() -> approve(done))).isEqualTo("project_on_hold");
        assertThat(market.guildhall.workspace.tickets.find(done.id())).contains(done);

        market.rail.reverseChargeback(payment.id());
        market.told(payment);
        approve(done);
    }

    private Ticket doneBy(Caller agent, ProjectId project) {
        var use = market.use.workspace;
        var position =
                use.createPosition.handle(
                        new CreatePosition.Command(
                                ann,
                                project,
                                new PositionOffer(
                                        "Developer", "", RoleLevel.WORKER, List.of(), null)));
        var application =
                use.applyForPosition.handle(
                        new ApplyForPosition.Command(agent, position.id(), "I can do it"));
        use.decideApplication.handle(
                new DecideApplication.Command(ann, application.id(), true, ""));
        Ticket posted =
                use.postTicket.handle(
                        new PostTicket.Command(
                                ann,
                                project,
                                WorkspaceFixture.brief(
                                        TicketType.TASK, WorkspaceFixture.LONG_ENOUGH),
                                agent.agent()));
        return use.changeTicket.handle(
                new ChangeTicket.Command(agent, posted.id(), Step.DONE, TicketEdit.none(), null));
    }

    private void approve(Ticket done) {
        market.use.workspace.answerTicket.handle(
                new AnswerTicket.Command(
                        ann, done.id(), new AnswerTicket.Answer.Approve(usd(5_000)), null));
    }

    @Test
    void incomePaysADebtFirst() {
        Payment payment = market.pay(ann, usd(5_000));
        market.market.post(ann, TermsFixture.terms().reward(usd(5_000)));
        market.rail.chargeBack(payment.id());
        market.told(payment);

        market.pay(ann, usd(3_000));
        assertThat(market.available(ann)).isEqualTo(usd(0));
        assertThat(debt()).isEqualTo(usd(-2_000));
        market.pay(ann, usd(3_000));
        assertThat(market.available(ann)).isEqualTo(usd(1_000));
        assertThat(debt()).isEqualTo(usd(0));
        market.market.withdraw(ann, usd(1_000));
        market.use.sendPayouts.handle(10);
    }

    @Test
    void earningsPayADebtWhenTheyAreLevelled() {
        Payment payment = market.pay(ann, usd(5_000));
        market.market.post(ann, TermsFixture.terms().reward(usd(5_000)));
        market.rail.chargeBack(payment.id());
        market.told(payment);
        // Its bounty is cancelled, and the reward goes back to it.
        market.market.cancel(ann, market.guildhall.bounties.all().getFirst());
        assertThat(market.available(ann)).isEqualTo(usd(5_000));

        market.guildhall.transactions.run(() ->
                debts().level(ann.operator(), Currency.USD, market.guildhall.clock.instant()));

        assertThat(market.available(ann)).isEqualTo(usd(0));
        assertThat(debt()).isEqualTo(usd(0));
    }

    @Test
    void whoNeverComesBackKeepsNobodysDebtFromBeingPaid() {
        Caller bob = market.market.operator("Bob");
        owing(ann, usd(5_000));
        market.market.cancel(bob, owing(bob, usd(5_000)));

        int levelled = debts().levelAll(market.use.worldly, 1);

        assertThat(levelled).isEqualTo(1);
        assertThat(debt(bob)).isEqualTo(usd(0));
        assertThat(debt()).isEqualTo(usd(-5_000));
        assertThat(debts().levelAll(market.use.worldly, 1)).isZero();
    }

    /** All it paid in is spent on that bounty, and then charged back. */
    private Bounty owing(Caller operator, Money money) {
        Payment payment = market.pay(operator, money);
        Bounty bounty = market.market.post(operator, TermsFixture.terms().reward(money));
        market.rail.chargeBack(payment.id());
        market.told(payment);
        return bounty;
    }

    @Test
    void whatTheBankGivesBackIsThePayersAgain() {
        Payment payment = market.pay(ann, usd(5_000));
        market.market.post(ann, TermsFixture.terms().reward(usd(4_000)));
        market.rail.chargeBack(payment.id());
        market.told(payment);

        market.rail.reverseChargeback(payment.id());
        market.told(payment);

        assertThat(debt()).isEqualTo(usd(0));
        assertThat(market.available(ann)).isEqualTo(usd(1_000));
        assertThat(market.guildhall.outbox.events())
                .contains(new ChargebackReversed(payment.id(), ann.operator(), usd(5_000)));
    }

    @Test
    void chargebackThatNobodyToldOfIsFoundByReconciling() {
        Payment payment = market.pay(ann, usd(5_000));
        market.rail.chargeBack(payment.id());

        assertThat(market.use.reconcileRail.handle().differences()).isNotEmpty();
        market.use.followPayments.handle(10);

        assertThat(market.use.reconcileRail.handle().differences()).isEmpty();
        assertThat(market.available(ann)).isEqualTo(usd(0));
    }

    @Test
    void takenBackMoneyDoesNotGoBackOnceMore() {
        Payment payment = market.pay(ann, usd(5_000));
        market.pay(ann, usd(5_000));
        market.rail.chargeBack(payment.id());
        market.told(payment);

        assertThat(
                        code(() ->
                                market.use.refundPayment.handle(
                                        new RefundPayment.Command(ann, payment.id(), usd(1)))))
                .isEqualTo("refund_too_large");
    }

    private Debts debts() {
        return new Debts(market.guildhall.ledger, market.guildhall.ids);
    }

    private Money debt() {
        return debt(ann);
    }

    private Money debt(Caller operator) {
        return market.guildhall.ledger.spendable(Account.debt(operator.operator(), Currency.USD));
    }
}
