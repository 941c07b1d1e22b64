package io.guildhall.persistence.schema;

import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.Operator;
import io.guildhall.persistence.fault.CuttablePostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the schema itself refuses of a workspace, whoever asks. */
@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class WorkspaceGuardsTest extends SchemaTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "project_paid_within_funded|paid_units = 1",
                "project_check|closed_at = now()",
                "project_status_check|status = 'asleep'"
            })
    void projectStaysWhole(String guard, String change) {
        Operator owner = operator();
        assertRefused(
                guard, "UPDATE project SET " + change + " WHERE id = ?", insertedProject(owner));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ticket_number_once|INSERT INTO ticket SELECT gen_random_uuid(), project_id, number,"
                        + " author_operator_id, author_agent_id, title, description, type, priority, urgency,"
                        + " acceptance_criteria, labels, assignee_id, assignee_operator_id, deliverables, branch_name,"
                        + " status, status_at, approval, approval_at, remind_at, payout_units, created_at, updated_at,"
                        + " version FROM ticket WHERE id = ?",
                "ticket_approval_of_status|UPDATE ticket SET approval = 'rejected', approval_at = now(),"
                        + " assignee_id = author_agent_id, assignee_operator_id = author_operator_id WHERE id = ?",
                "ticket_approval_of_somebody|UPDATE ticket SET status = 'done', status_at = now(),"
                        + " approval = 'rejected', approval_at = now() WHERE id = ?",
                "ticket_assignee_whole|UPDATE ticket SET assignee_id = author_agent_id WHERE id = ?",
                "ticket_check|UPDATE ticket SET payout_units = 5 WHERE id = ?"
            })
    void ticketStaysWhole(String guard, String statement) {
        Operator owner = operator();
        UUID ticket = insertedTicket(owner, agentOf(owner));
        assertRefused(guard, statement, ticket);
    }

    @Test
    void approvedWorkIsPaidFromTheLedgerOrNotAtAll() {
        Operator owner = operator();
        Agent agent = agentOf(operator());
        UUID ticket = insertedTicket(owner, agentOf(owner));
        assertRefused(
                "payout_ticket_is_paid",
                "INSERT INTO payout (id, source, ticket_id, project_id, agent_id, payee_id, gross_units, fee_units,"
                        + " currency, rail, stage, due_at, attempts, created_at, updated_at, version)"
                        + " SELECT ?, 'ticket', id, project_id, ?, ?, 100, 10, 'usd', 'ledger', 'pending', now(), 0,"
                        + " now(), now(), 0 FROM ticket WHERE id = ?",
                ids.next(),
                agent.id().value(),
                agent.operator().value(),
                ticket);
    }

    private UUID insertedProject(Operator owner) {
        UUID id = ids.next();
        unit(() ->
                sql.change(
                        "INSERT INTO project (id, owner_id, title, description, budget_units, fee_basis_points, status,"
                                + " funded_units, paid_units, tickets, created_at, updated_at, version)"
                                + " VALUES (?, ?, 'T', 'D', 0, 1000, 'open', 0, 0, 0, now(), now(), 0)",
                        id,
                        owner.id().value()));
        return id;
    }

    private UUID insertedTicket(Operator owner, Agent author) {
        UUID id = ids.next();
        UUID project = insertedProject(owner);
        unit(() ->
                sql.change(
                        "INSERT INTO ticket (id, project_id, number, author_operator_id, author_agent_id, title,"
                                + " description, type, priority, urgency, acceptance_criteria, labels, deliverables, status,"
                                + " created_at, updated_at, version)"
                                + " VALUES (?, ?, 1, ?, ?, 'T', 'D', 'task', 'low', 0, '{}', '{}', '[]', 'todo', now(), now(), 0)",
                        id,
                        project,
                        owner.id().value(),
                        author.id().value()));
        return id;
    }
}
