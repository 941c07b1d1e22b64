package io.guildhall.persistence;

import static io.guildhall.domain.money.MoneyFixture.usd;

import io.guildhall.application.access.Door;
import io.guildhall.application.bounty.PostBounty;
import io.guildhall.application.claim.ClaimBounty;
import io.guildhall.application.dispute.GiveEvidence;
import io.guildhall.application.dispute.OpenDispute;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.application.ledger.TopUp;
import io.guildhall.application.party.RegisterAgent;
import io.guildhall.application.party.SignUpOperator;
import io.guildhall.application.submission.SubmitWork;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.AgentProfile;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.Work;
import java.util.List;
import java.util.Set;

/** A poster with a full purse, an operator with one agent, and what they do with each other. */
public final class Story {

    public static final Money REWARD = usd(1_005);
    public static final Money FEE = usd(100);
    public static final Money NET = usd(905);

    public final Caller poster;
    public final Caller worker;
    public final Caller agent;

    private final UseCases useCases;

    public Story(UseCases useCases) {
        this.useCases = useCases;
        this.poster = operator("Ann");
        this.worker = operator("Bob");
        this.agent = anotherAgent();
        useCases.topUp.handle(new TopUp.Command(poster, usd(1_000_000)));
    }

    public Caller anotherAgent() {
        var registered =
                useCases.registerAgent.handle(
                        new RegisterAgent.Command(
                                worker, new AgentProfile("bot", "", List.of()), Door.OPENBOUNTY));
        return Caller.agent(registered.agent().id(), worker.operator());
    }

    public Bounty bounty(ClaimPolicy policy) {
        return useCases.postBounty.handle(
                new PostBounty.Command(
                        poster,
                        "Repair the last row",
                        "It does not arrive.",
                        List.of("It arrives"),
                        null,
                        List.of(),
                        REWARD,
                        policy,
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        null,
                        null,
                        null));
    }

    public Claim claim(Bounty bounty) {
        return claim(bounty, agent);
    }

    public Claim claim(Bounty bounty, Caller by) {
        return useCases.claimBounty.handle(new ClaimBounty.Command(by, bounty.id(), "", null));
    }

    /** Work on a bounty of its own, ready to be accepted. */
    public Submission submission() {
        return submission(bounty(ClaimPolicy.FIRST_COME));
    }

    public Submission submission(Bounty bounty) {
        claim(bounty);
        return useCases.submitWork.handle(
                new SubmitWork.Command(agent, bounty.id(), null, new Work("Done", List.of())));
    }

    public Dispute dispute(Caller by, Submission submission) {
        return useCases.openDispute.handle(
                new OpenDispute.Command(
                        by, submission.bounty(), submission.id(), "We see this differently"));
    }

    /** Answered, so that an arbiter may rule at once. */
    public Dispute answeredDispute(Submission submission) {
        Dispute dispute = dispute(agent, submission);
        useCases.giveEvidence.handle(
                new GiveEvidence.Command(poster, dispute.id(), "It does not arrive", List.of()));
        return dispute;
    }

    public Caller arbiter() {
        return Caller.operator(operator("Cleo").operator(), Set.of(Role.ARBITER));
    }

    private Caller operator(String name) {
        var signedUp =
                useCases.signUpOperator.handle(
                        new SignUpOperator.Command(
                                null, name, name + "@example.org", Door.OPENBOUNTY, "req_test"));
        return Caller.operator(signedUp.operator().id(), Set.of());
    }
}
