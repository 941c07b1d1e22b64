package io.guildhall.application.workspace;

import static io.guildhall.application.workspace.Workshop.code;
import static io.guildhall.application.workspace.Workshop.refusal;
import static io.guildhall.domain.workspace.WorkspaceFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.directory.EditCard;
import io.guildhall.application.workspace.ticket.AnswerTicket.Answer;
import io.guildhall.application.workspace.ticket.ChangeTicket;
import io.guildhall.application.workspace.ticket.PostTicket;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Slice;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.WorkspaceFixture;
import io.guildhall.domain.workspace.position.RoleLevel;
import io.guildhall.domain.workspace.ticket.Step;
import io.guildhall.domain.workspace.ticket.Ticket;
import io.guildhall.domain.workspace.ticket.TicketEdit;
import io.guildhall.domain.workspace.ticket.TicketEvent.ApprovalOverdue;
import io.guildhall.domain.workspace.ticket.TicketFilter;
import io.guildhall.domain.workspace.ticket.TicketType;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicketWorkTest {

    private final Workshop shop = new Workshop();
    private final Caller owner = shop.agent("Owner", 50_000);
    private final ProjectId project = shop.open(owner, 50_000).project().id();
    private final Caller manager = shop.hired(owner, project, RoleLevel.PM, "Manager");
    private final Caller worker = shop.hired(owner, project, RoleLevel.WORKER, "Worker");
    private final Caller other = shop.hired(owner, project, RoleLevel.WORKER, "Other");
    private final Caller stranger = shop.agent("Stranger", 0);

    @Test
    void numbersCountFromOneAndARefusalTakesNone() {
        assertThat(shop.ticket(owner, project, null).number()).isEqualTo(1);
        assertThat(
                        code(() ->
                                shop.use.postTicket.handle(
                                        new PostTicket.Command(
                                                owner,
                                                project,
                                                WorkspaceFixture.brief(TicketType.BUG, "short"),
                                                null))))
                .isEqualTo("invalid_field");
        assertThat(shop.ticket(worker, project, null).number()).isEqualTo(2);
        assertThat(shop.ticket(owner, shop.open(owner, 0).project().id(), null).number())
                .isEqualTo(1);
    }

    @Test
    void workerTakesWhatNobodyHasAndAssignsNobody() {
        Ticket free = shop.ticket(owner, project, null);

        assertThat(code(() -> shop.assign(worker, free, other))).isEqualTo("role_not_allowed");
        assertThat(code(() -> shop.move(worker, free, Step.IN_PROGRESS)))
                .isEqualTo("role_not_allowed");
        shop.assign(worker, free, worker);
        assertThat(code(() -> shop.assign(other, free, other))).isEqualTo("role_not_allowed");
        assertThat(shop.move(worker, free, Step.IN_PROGRESS).status().step())
                .isEqualTo(Step.IN_PROGRESS);
        assertThat(code(() -> shop.assign(owner, free, stranger))).isEqualTo("invalid_field");
    }

    @Test
    void onlyThoseWhoMayAnswerDoneWork() {
        Ticket done = shop.move(worker, shop.ticket(owner, project, worker), Step.DONE);

        assertThat(code(() -> shop.approve(worker, done, 1))).isEqualTo("role_not_allowed");
        assertThat(code(() -> shop.approve(other, done, 1))).isEqualTo("role_not_allowed");
        assertThat(code(() -> shop.approve(stranger, done, 1))).isEqualTo("ticket_not_found");
        assertThat(shop.approve(manager, done, 5_000).ticket().payout()).isEqualTo(usd(5_000));
        assertThat(code(() -> shop.approve(owner, done, 5_000))).isEqualTo("approval_not_pending");
        assertThat(shop.available(worker)).isEqualTo(4_500);
        shop.mustAddUp();
    }

    @Test
    void paidTicketIsOneMoreJobInTheDirectory() {
        shop.market.use.pod.editCard.handle(new EditCard.Command(worker, card -> card));
        Ticket done = shop.move(worker, shop.ticket(owner, project, worker), Step.DONE);

        shop.approve(owner, done, 5_000);

        assertThat(shop.guildhall.agentCards.find(worker.asAgent()).orElseThrow().jobs())
                .isEqualTo(1);
    }

    @Test
    void managerDoesNotApproveItsOwnWork() {
        Ticket done = shop.move(manager, shop.ticket(owner, project, manager), Step.DONE);

        assertThat(code(() -> shop.approve(manager, done, 1))).isEqualTo("own_work");
        shop.approve(owner, done, 100);
        assertThat(shop.available(manager)).isEqualTo(90);
    }

    @Test
    void ownersWorkAsksForNothing() {
        Ticket done = shop.move(owner, shop.ticket(owner, project, owner), Step.DONE);

        assertThat(done.awaitsApproval()).isFalse();
        assertThat(code(() -> shop.approve(owner, done, 1))).isEqualTo("own_work");
        assertThat(code(() -> shop.approve(manager, done, 1))).isEqualTo("own_work");
        shop.close(owner, project);
        assertThat(shop.available(owner)).isEqualTo(50_000);
    }

    @Test
    void neitherTooMuchNorNothingIsPaid() {
        Ticket done = shop.move(worker, shop.ticket(owner, project, worker), Step.DONE);

        assertThat(code(() -> shop.approve(owner, done, 0))).isEqualTo("invalid_field");
        assertThat(code(() -> shop.approve(owner, done, -5))).isEqualTo("invalid_field");
        assertThat(code(() -> shop.approve(owner, done, 10_000_001))).isEqualTo("invalid_field");
        assertThat(refusal(() -> shop.approve(owner, done, 50_001)).message())
                .contains("50000 cents left");
        assertThat(shop.found(done).awaitsApproval()).isTrue();
        assertThat(shop.available(worker)).isZero();
        shop.approve(owner, done, 50_000);
        assertThat(shop.available(worker)).isEqualTo(45_000);
        shop.mustAddUp();
    }

    @Test
    void ofAFewCentsThereIsNoFee() {
        Ticket done = shop.move(worker, shop.ticket(owner, project, worker), Step.DONE);

        shop.approve(owner, done, 9);

        assertThat(shop.available(worker)).isEqualTo(9);
        assertThat(shop.fees()).isZero();
        shop.mustAddUp();
    }

    @Test
    void revisedWorkGoesOnAndRejectedWorkGoesToAnother() {
        Ticket done = shop.move(worker, shop.ticket(owner, project, worker), Step.DONE);

        Ticket revised = shop.answer(manager, done, new Answer.Revise()).ticket();
        assertThat(revised.status().approvalWord()).isEqualTo("revision_requested");
        Ticket again = shop.move(worker, revised, Step.DONE);
        shop.answer(manager, again, new Answer.Reject());
        Ticket anew = shop.assign(manager, again, other);

        assertThat(anew.status().step()).isEqualTo(Step.TODO);
        assertThat(anew.status().approvalWord()).isNull();
        assertThat(shop.use.viewTickets.find(owner, done.id()).comments()).hasSize(2);
        assertThat(shop.available(worker)).isZero();
    }

    @Test
    void ticketsAreForTheTeam() {
        Ticket ticket = shop.ticket(owner, project, worker);

        assertThat(code(() -> shop.use.viewTickets.find(stranger, ticket.id())))
                .isEqualTo("ticket_not_found");
        assertThat(
                        code(() ->
                                shop.use.viewTickets.list(
                                        stranger, TicketFilter.of(project), Slice.first(10))))
                .isEqualTo("role_not_allowed");
        assertThat(code(() -> shop.ticket(stranger, project, null))).isEqualTo("role_not_allowed");
        assertThat(own(worker)).containsExactly(ticket);
        assertThat(own(stranger)).isEmpty();
    }

    @Test
    void onlyOwnerAndManagerCancel() {
        Ticket ticket = shop.ticket(owner, project, worker);

        assertThat(code(() -> shop.move(worker, ticket, Step.CANCELLED)))
                .isEqualTo("role_not_allowed");
        assertThat(shop.move(manager, ticket, Step.CANCELLED).status().step())
                .isEqualTo(Step.CANCELLED);
    }

    @Test
    void whoIsSilentIsRemindedAndNothingIsDecided() {
        Ticket done = shop.move(worker, shop.ticket(owner, project, worker), Step.DONE);

        assertThat(shop.use.remindOfApprovals.handle(10)).isZero();
        shop.guildhall.clock.advance(Ticket.REMINDER_EVERY);
        assertThat(shop.use.remindOfApprovals.handle(10)).isEqualTo(1);
        assertThat(shop.use.remindOfApprovals.handle(10)).isZero();

        assertThat(shop.found(done).awaitsApproval()).isTrue();
        assertThat(shop.guildhall.outbox.kept().getLast().event())
                .isInstanceOf(ApprovalOverdue.class);
    }

    @Test
    void oneRequestIsToldOnce() {
        Ticket ticket = shop.ticket(owner, project, worker);
        int before = shop.guildhall.outbox.kept().size();

        shop.use.changeTicket.handle(
                new ChangeTicket.Command(
                        worker,
                        ticket.id(),
                        Step.DONE,
                        new TicketEdit(null, null, "feature/auth"),
                        null));

        assertThat(
                        shop.guildhall
                                .outbox
                                .kept()
                                .subList(before, shop.guildhall.outbox.kept().size()))
                .hasSize(1);
    }

    private List<Ticket> own(Caller agent) {
        return shop.use
                .viewTickets
                .list(agent, new TicketFilter(null, null, null, null, null), Slice.first(10))
                .items();
    }
}
