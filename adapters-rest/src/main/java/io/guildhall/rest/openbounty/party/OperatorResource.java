package io.guildhall.rest.openbounty.party;

import static io.guildhall.rest.openbounty.Given.text;

import io.guildhall.application.access.KnownCallers;
import io.guildhall.application.party.GrantRoles;
import io.guildhall.application.party.SignUpOperator;
import io.guildhall.application.party.ViewReputation;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.CallerAnew;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.openbounty.PathIds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Signing up, what is known of an operator, and what it may do. */
@Path("/api/operators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operators")
@RunOnVirtualThread
public class OperatorResource {

    private final Call call;
    private final KnownCallers knownCallers;
    private final SignUpOperator signUpOperator;
    private final ViewReputation reputation;
    private final GrantRoles grantRoles;

    public OperatorResource(
            Call call,
            KnownCallers knownCallers,
            SignUpOperator signUpOperator,
            ViewReputation reputation,
            GrantRoles grantRoles) {
        this.call = call;
        this.knownCallers = knownCallers;
        this.signUpOperator = signUpOperator;
        this.reputation = reputation;
        this.grantRoles = grantRoles;
    }

    @POST
    @Idempotent
    @CallerAnew
    @Operation(
            operationId = "signUpOperator",
            summary = "Sign up as an operator",
            description =
                    "Open to everybody unless this installation has closed its sign-up; then only"
                            + " an admin's key may do it.")
    @APIResponseSchema(
            value = OperatorJson.class,
            responseCode = "201",
            responseDescription = "The operator, with its first key")
    @SecurityRequirements
    public RestResponse<OperatorJson> signUp(SignUpJson json) {
        var signedUp =
                signUpOperator.handle(
                        new SignUpOperator.Command(
                                call.callerIfKnown(),
                                text(json.name()),
                                text(json.email()),
                                DoorWord.read(json.door()),
                                call.requestId()));
        return RestResponse.status(Status.CREATED, OperatorJson.of(signedUp));
    }

    @GET
    @Path("/{id}/reputation")
    @Operation(
            operationId = "getOperatorReputation",
            summary = "See an operator's reputation as a poster",
            description = "Anybody's, with the formula it is counted by.")
    public ReputationJson reputation(@PathParam("id") String id) {
        OperatorId operator = PathIds.operator(id);
        return ReputationJson.of(operator, reputation.ofPoster(call.caller(), operator));
    }

    @PUT
    @Path("/{id}/roles")
    @Idempotent
    @CallerAnew
    @Operation(
            operationId = "grantRoles",
            summary = "Say what an operator may do, as an admin",
            description = "A key that is in use may take seconds to know of it.")
    public RestResponse<OperatorRolesJson> grantRoles(@PathParam("id") String id, RolesJson given) {
        var mandate = call.mandate(text(given.reason()));
        var operator = grantRoles.handle(given.command(mandate, PathIds.operator(id)));
        call.afterwards(() -> knownCallers.forget(operator.id()));
        return RestResponse.ok(OperatorRolesJson.of(operator));
    }
}
