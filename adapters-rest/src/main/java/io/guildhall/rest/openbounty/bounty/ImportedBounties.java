package io.guildhall.rest.openbounty.bounty;

import io.guildhall.application.bounty.ViewBounties;
import io.guildhall.application.codehost.ImportBounty;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.codehost.Issue;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.gate.Idempotent;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** The part of an import that is done once, and in which GitHub is not asked. */
@Singleton
public class ImportedBounties {

    private final ImportBounty importBounty;
    private final ViewBounties bounties;

    public ImportedBounties(ImportBounty importBounty, ViewBounties bounties) {
        this.importBounty = importBounty;
        this.bounties = bounties;
    }

    /**
     * @param issue null only where an earlier answer is given again
     */
    @Idempotent
    public RestResponse<BountyJson> post(
            Caller caller, ImportBountyJson json, @Nullable Issue issue) {
        Bounty posted = importBounty.handle(json.command(caller, Objects.requireNonNull(issue)));
        return RestResponse.status(
                Status.CREATED, BountyJson.of(bounties.view(caller, posted, null)));
    }
}
