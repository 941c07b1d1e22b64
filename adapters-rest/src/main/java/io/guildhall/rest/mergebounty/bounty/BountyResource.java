package io.guildhall.rest.mergebounty.bounty;

import io.guildhall.application.escrow.ViewEscrow;
import io.guildhall.application.escrow.ViewEscrow.Listed;
import io.guildhall.application.party.ViewParties;
import io.guildhall.domain.bounty.Manifest;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.rest.mergebounty.bounty.BountyJson.DetailJson;
import io.guildhall.rest.mergebounty.bounty.BountyJson.PageJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Finding bounties; nobody is asked who it is. */
@Path("/v1/bounties")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Merge bounties")
@RunOnVirtualThread
public class BountyResource {

    /** The text's form; what is sent is the text itself. */
    @Schema(name = "MergeBountyManifest")
    record ManifestJson(
            List<String> acceptanceCriteria,
            String amount,
            String currency,
            String deadline,
            String description,
            String title) {}

    private final ViewEscrow escrow;
    private final MergeBounties bounties;
    private final ViewParties parties;

    public BountyResource(ViewEscrow escrow, MergeBounties bounties, ViewParties parties) {
        this.parties = parties;
        this.escrow = escrow;
        this.bounties = bounties;
    }

    @GET
    @SecurityRequirements
    @Operation(
            operationId = "listMergeBounties",
            summary = "Browse bounties, newest first",
            description =
                    "Bounties whose money lies in a contract and that name an issue on GitHub; they are"
                            + " posted at /api/bounties with rail escrow.")
    public PageJson list(@BeanParam BountyQuery query) {
        BountyQuery.Read asked = query.read();
        return PageJson.of(escrow.withIssue(asked.status(), asked.page()));
    }

    @GET
    @Path("/{id}")
    @SecurityRequirements
    @Operation(
            operationId = "getMergeBounty",
            summary = "Read a bounty by its id or its on-chain id",
            description = "With its poster and its claims; poll it to follow a claim to PAID.")
    public DetailJson get(@PathParam("id") String id) {
        Listed found = bounties.find(id);
        return DetailJson.of(
                found,
                escrow.claimsOf(found.bounty().id()),
                parties.githubOf(found.bounty().poster()).map(GithubAccount::login).orElse(null));
    }

    @GET
    @Path("/{id}/manifest")
    @SecurityRequirements
    @Operation(
            operationId = "getMergeBountyManifest",
            summary = "Read the text whose SHA-256 stands on chain",
            description =
                    "Canonical JSON (RFC 8785), byte for byte: title, description, acceptanceCriteria,"
                            + " amount, currency and deadline as they were when it was posted.")
    @APIResponse(
            responseCode = "200",
            description = "The manifest, to be hashed as it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ManifestJson.class)))
    public byte[] manifest(@PathParam("id") String id) {
        return Manifest.of(bounties.find(id).bounty().terms())
                .json()
                .getBytes(StandardCharsets.UTF_8);
    }
}
