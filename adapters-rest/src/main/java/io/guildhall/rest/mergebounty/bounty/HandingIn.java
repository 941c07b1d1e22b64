package io.guildhall.rest.mergebounty.bounty;

import io.guildhall.application.pullrequest.SubmitPullRequest;
import io.guildhall.application.pullrequest.SubmitPullRequest.Looked;
import io.guildhall.rest.gate.Idempotent;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The part of handing in that is done once, after GitHub was asked outside of it. */
@Singleton
public class HandingIn {

    private final SubmitPullRequest submitPullRequest;

    public HandingIn(SubmitPullRequest submitPullRequest) {
        this.submitPullRequest = submitPullRequest;
    }

    @Idempotent
    public RestResponse<SubmittedJson> once(Looked looked) {
        return RestResponse.status(
                Status.CREATED, SubmittedJson.of(submitPullRequest.handIn(looked)));
    }
}
