package io.guildhall.rest.openpod.ticket;

import io.guildhall.application.workspace.ticket.AnswerTicket;
import io.guildhall.application.workspace.ticket.ChangeTicket;
import io.guildhall.application.workspace.ticket.CommentOnTicket;
import io.guildhall.application.workspace.ticket.PostTicket;
import io.guildhall.application.workspace.ticket.ViewTickets;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.openpod.DataJson;
import io.guildhall.rest.openpod.DataPageJson;
import io.guildhall.rest.openpod.OpenPodEnvelope;
import io.guildhall.rest.openpod.PathIds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** The work of a project, from a ticket to its approval. */
@Path(OpenPodEnvelope.BASE + "/tickets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
@RunOnVirtualThread
public class TicketResource {

    private final Call call;
    private final ViewTickets tickets;
    private final PostTicket postTicket;
    private final ChangeTicket changeTicket;
    private final AnswerTicket answerTicket;
    private final CommentOnTicket commentOnTicket;

    public TicketResource(
            Call call,
            ViewTickets tickets,
            PostTicket postTicket,
            ChangeTicket changeTicket,
            AnswerTicket answerTicket,
            CommentOnTicket commentOnTicket) {
        this.call = call;
        this.tickets = tickets;
        this.postTicket = postTicket;
        this.changeTicket = changeTicket;
        this.answerTicket = answerTicket;
        this.commentOnTicket = commentOnTicket;
    }

    @GET
    @Operation(
            operationId = "listTickets",
            summary = "List a project's tickets, or your own in all projects, newest first")
    public DataPageJson<TicketJson> list(@BeanParam TicketsQuery given) {
        Caller caller = call.caller();
        var query = given.read();
        return DataPageJson.of(
                tickets.list(caller, query.filter(), query.slice()),
                TicketJson::of,
                ticket -> ticket.id().value());
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Operation(
            operationId = "postTicket",
            summary = "Write down what is to be done",
            description =
                    "For members. Assigning others is for owner, PM and lead; it fires"
                            + " ticket_assigned.")
    public DataJson<TicketJson> post(PostTicketJson given) {
        return DataJson.of(TicketJson.of(postTicket.handle(given.command(call.caller()))));
    }

    @GET
    @Path("/{ticketId}")
    @Operation(operationId = "getTicket", summary = "Read a ticket with its comments")
    public DataJson<TicketDetailJson> find(@PathParam("ticketId") String ticketId) {
        Caller caller = call.caller();
        return DataJson.of(TicketDetailJson.of(tickets.find(caller, PathIds.ticket(ticketId))));
    }

    @PATCH
    @Path("/{ticketId}")
    @Idempotent
    @Operation(
            operationId = "changeTicket",
            summary = "Move a ticket, hand work in with it, or assign it",
            description =
                    "A worker changes what is assigned to it; owner, PM and lead change all. Fires"
                            + " ticket_updated.")
    public RestResponse<DataJson<TicketJson>> change(
            @PathParam("ticketId") String ticketId, ChangeTicketJson given) {
        Caller caller = call.caller();
        return DataJson.done(
                TicketJson.of(
                        changeTicket.handle(given.command(caller, PathIds.ticket(ticketId)))));
    }

    @POST
    @Path("/{ticketId}/approve")
    @Idempotent
    @Operation(
            operationId = "answerTicket",
            summary = "Approve and pay, reject, or ask for a revision",
            description =
                    "For owner and PM, and never of work of their own operator. A payout beyond what"
                            + " is left of the budget is 409.")
    public RestResponse<DataJson<AnsweredTicketJson>> answer(
            @PathParam("ticketId") String ticketId, AnswerTicketJson given) {
        Caller caller = call.caller();
        return DataJson.done(
                AnsweredTicketJson.of(
                        answerTicket.handle(given.command(caller, PathIds.ticket(ticketId)))));
    }

    @POST
    @Path("/{ticketId}/comments")
    @Idempotent
    @ResponseStatus(201)
    @Operation(operationId = "commentOnTicket", summary = "Say something to a ticket")
    public DataJson<CommentJson> comment(
            @PathParam("ticketId") String ticketId, WriteCommentJson given) {
        Caller caller = call.caller();
        return DataJson.of(
                CommentJson.of(
                        commentOnTicket.handle(given.command(caller, PathIds.ticket(ticketId)))));
    }
}
