package io.guildhall.application.pullrequest;

import io.guildhall.application.bounty.PostedBounty;
import io.guildhall.application.pullrequest.CarryOutStep.Scene;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.submission.SubmitWork;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.GithubIssue;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimError.NoClaim;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.codehost.Checks;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.PullRequest;
import io.guildhall.domain.codehost.Repositories;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.codehost.RepositoryNotServed;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentLink;
import io.guildhall.domain.party.AgentLinks;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.PartyError.GithubNotSetUp;
import io.guildhall.domain.pullrequest.PullRequestError.NoSuchPullRequest;
import io.guildhall.domain.pullrequest.PullRequestError.PullRequestNotReady;
import io.guildhall.domain.pullrequest.PullRequestError.PullRequestOfAnother;
import io.guildhall.domain.pullrequest.PullRequestName;
import io.guildhall.domain.pullrequest.Sighting;
import io.guildhall.domain.pullrequest.Sighting.EndedBy;
import io.guildhall.domain.pullrequest.Sighting.Stage;
import io.guildhall.domain.pullrequest.TrackedPullRequest;
import io.guildhall.domain.pullrequest.TrackedPullRequest.Seen;
import io.guildhall.domain.pullrequest.TrackedPullRequests;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionStatus.Received;
import io.guildhall.domain.submission.SubmissionStatus.UnderReview;
import io.guildhall.domain.submission.Submissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The agent names the pull request that is its work, which needs not name the issue then. GitHub is
 * asked first, outside of any unit of work, whether it is the agent's own; where no App is set up
 * or installed there, the poster looks for itself. Naming the same again changes nothing.
 */
public final class SubmitPullRequest {

    private final UseCaseContext context;
    private final Bounties bounties;
    private final Claims claims;
    private final Submissions submissions;
    private final AgentLinks links;
    private final TrackedPullRequests pullRequests;
    private final LookAtPullRequest look;
    private final Assignments assignments;
    private final CarryOutStep carryOut;
    private final Clocks clocks;
    private final SubmitWork submitWork;

    public SubmitPullRequest(
            PullRequestParts parts, Repositories repositories, SubmitWork submitWork) {
        this.context = parts.context();
        this.bounties = parts.bounties();
        this.claims = parts.claims();
        this.submissions = parts.submissions();
        this.links = parts.links();
        this.pullRequests = parts.pullRequests();
        this.look = new LookAtPullRequest(repositories);
        this.assignments = parts.assignments();
        this.carryOut = parts.carryOut();
        this.clocks = parts.clocks();
        this.submitWork = submitWork;
    }

    /**
     * @param number of the pull request in the repository of the bounty's issue
     */
    public record Command(Caller caller, BountyId bounty, int number) {}

    /**
     * What GitHub has shown.
     *
     * @param seen null where GitHub was not to be asked, or refused
     * @param refusal why it cannot be handed in; told inside the unit of work, so that a repetition
     *     of what was done is not refused
     */
    public record Looked(Command command, @Nullable Sighting seen, @Nullable DomainError refusal) {}

    /** Never inside a unit of work. */
    public Looked look(Command command) {
        AgentId agent = command.caller().asAgent();
        try {
            PullRequestName name = nameOf(command);
            // What GitHub shows of a private repository is for those who work on it.
            claimOf(agent, command.bounty());
            Sighting seen = shown(agent, name);
            return new Looked(command, seen, null);
        } catch (RefusedException refused) {
            boolean isNotAsked =
                    refused.error() instanceof GithubNotSetUp
                            || refused.error() instanceof RepositoryNotServed;
            return new Looked(command, null, isNotAsked ? null : refused.error());
        }
    }

    private Sighting shown(AgentId agent, PullRequestName name) {
        Sighting seen =
                look.at(name).orElseThrow(() -> new RefusedException(new NoSuchPullRequest(name)));
        GithubAccount author = seen.pullRequest().author();
        GithubAccount own = links.find(agent).map(AgentLink::github).orElse(null);
        if (own == null || own.id() != author.id()) {
            throw new RefusedException(
                    new PullRequestOfAnother(
                            name, author.login(), own == null ? null : own.login()));
        }
        return seen;
    }

    public Submission handIn(Looked looked) {
        return context.transactions().run(() -> handInOnce(looked));
    }

    /** One that GitHub has shown to be the agent's own. */
    public Submission handInSeen(Caller caller, BountyId bounty, PullRequest seen) {
        Sighting sighting = new Sighting(seen, Checks.Summary.NONE, List.of(), EndedBy.SOMEBODY);
        return handIn(new Looked(new Command(caller, bounty, seen.number()), sighting, null));
    }

    private Submission handInOnce(Looked looked) {
        if (looked.refusal() != null) {
            throw new RefusedException(looked.refusal());
        }
        Command command = looked.command();
        Sighting seen = looked.seen();
        return seen == null ? handInUnseen(command) : handIn(command, seen);
    }

    private Submission handInUnseen(Command command) {
        AgentId agent = command.caller().asAgent();
        Bounty bounty = PostedBounty.seenBy(command.caller(), bounties.lock(command.bounty()));
        GithubIssue issue = issueOf(bounty);
        PullRequestName name = nameOf(issue, command.number());
        return claims.latest(bounty.id(), agent)
                .flatMap(claim -> lying(claim, name))
                .orElseGet(() ->
                        submitWork.handle(
                                new SubmitWork.Command(
                                        command.caller(),
                                        bounty.id(),
                                        null,
                                        PullRequestWork.of(issue, command.number()))));
    }

    private Submission handIn(Command command, Sighting seen) {
        AgentId agent = command.caller().asAgent();
        Bounty bounty = PostedBounty.seenBy(command.caller(), bounties.lock(command.bounty()));
        Claim claim = claimOf(agent, bounty.id());
        PullRequestName name = nameOf(issueOf(bounty), command.number());
        Optional<Submission> lying = lying(claim, name);
        return lying.isPresent() ? lying.get() : handIn(bounty, claim, name, seen);
    }

    private Submission handIn(Bounty bounty, Claim claim, PullRequestName name, Sighting seen) {
        if (seen.stage() == Stage.DRAFT || seen.stage() == Stage.CLOSED) {
            throw new RefusedException(new PullRequestNotReady(name, seen.stage()));
        }
        Instant worldNow = clocks.world().instant();
        List<DomainEvent> events = new ArrayList<>();
        Scene scene =
                new Scene(bounty, claim.id(), seen, clocks.market().instant(), worldNow, events);
        Optional<TrackedPullRequest> known = pullRequests.find(name);
        TrackedPullRequest pullRequest =
                assignments.assign(
                        known.orElseGet(() -> TrackedPullRequest.found(name, worldNow)),
                        claim,
                        seen,
                        worldNow);
        TrackedPullRequest handedIn =
                carryOut.submit(pullRequest, scene)
                        // What it shows beyond that is looked at by whoever follows it.
                        .looked(
                                Seen.of(seen, Set.of(), pullRequest.seen(), worldNow),
                                worldNow,
                                worldNow);
        if (known.isPresent()) {
            pullRequests.save(handedIn);
        } else {
            pullRequests.add(handedIn);
        }
        if (!events.isEmpty()) {
            context.outbox().publish(events, scene.now());
        }
        return submissions
                .find(Objects.requireNonNull(handedIn.handIn()).submission())
                .orElseThrow();
    }

    private Claim claimOf(AgentId agent, BountyId bounty) {
        return claims.latest(bounty, agent)
                .orElseThrow(() -> new RefusedException(new NoClaim(bounty)));
    }

    /** Whether it lies with the poster already, or is on its way there through the quality gate. */
    private Optional<Submission> lying(Claim claim, PullRequestName name) {
        List<Submission> rounds = submissions.ofClaim(claim.id());
        return rounds.isEmpty()
                ? Optional.empty()
                : Optional.of(rounds.getLast())
                        .filter(last ->
                                last.status() instanceof UnderReview
                                        || last.status() instanceof Received)
                        .filter(last -> PullRequestWork.isIn(last, name));
    }

    private PullRequestName nameOf(Command command) {
        return nameOf(
                issueOf(PostedBounty.seenBy(command.caller(), find(command))), command.number());
    }

    private static PullRequestName nameOf(GithubIssue issue, int number) {
        RepositoryName repository =
                issue.repositoryKey().orElseThrow(() -> new RefusedException(noIssue()));
        if (number < 1) {
            throw new RefusedException(
                    Invalid.field("prNumber", "must be the number of a pull request, from 1"));
        }
        return new PullRequestName(repository, number);
    }

    private static GithubIssue issueOf(Bounty bounty) {
        return Optional.ofNullable(bounty.terms().issueUrl())
                .flatMap(GithubIssue::of)
                .orElseThrow(() -> new RefusedException(noIssue()));
    }

    private static DomainError noIssue() {
        return Invalid.field("prNumber", "is only for bounties that name an issue on GitHub");
    }

    private Optional<Bounty> find(Command command) {
        return bounties.find(command.bounty());
    }
}
