package io.guildhall.application.comment;

import io.guildhall.application.submission.SubmitWork;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.codehost.PullRequest;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.submission.Deliverable;
import io.guildhall.domain.submission.Work;
import java.util.List;

/** A pull request as work handed in. */
public final class SubmitPullRequest implements HandInPullRequest.Submitting {

    private final SubmitWork submitWork;

    public SubmitPullRequest(SubmitWork submitWork) {
        this.submitWork = submitWork;
    }

    @Override
    public void submit(Caller agent, Bounty bounty, PullRequest pullRequest) {
        String label = "Pull request #" + pullRequest.number();
        Work work =
                new Work(
                        label + " of " + pullRequest.repository(),
                        List.of(
                                new Deliverable(
                                        Deliverable.PULL_REQUEST, pullRequest.url(), label, null)));
        submitWork.handle(new SubmitWork.Command(agent, bounty.id(), null, work));
    }
}
