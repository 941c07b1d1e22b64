package io.guildhall.application.inmemory;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus.AwaitingFunding;
import io.guildhall.domain.bounty.BountyStatus.Cancelled;
import io.guildhall.domain.bounty.BountyStatus.Claimed;
import io.guildhall.domain.bounty.BountyStatus.Completed;
import io.guildhall.domain.bounty.BountyStatus.Disputed;
import io.guildhall.domain.bounty.BountyStatus.Expired;
import io.guildhall.domain.bounty.BountyStatus.InReview;
import io.guildhall.domain.bounty.BountyStatus.Open;
import io.guildhall.domain.bounty.BountyStatus.Paid;
import io.guildhall.domain.bounty.GithubIssue;
import io.guildhall.domain.bounty.IssueBounties;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.party.OperatorId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Bounties by their issue in memory. */
public final class InMemoryIssueBounties implements IssueBounties {

    private final InMemoryTransactions transactions;
    private final InMemoryBounties bounties;

    public InMemoryIssueBounties(InMemoryTransactions transactions, InMemoryBounties bounties) {
        this.transactions = transactions;
        this.bounties = bounties;
    }

    @Override
    public Optional<Bounty> liveOf(
            OperatorId poster, RepositoryName repository, int number, Instant now) {
        // There is one unit of work at a time: who asks in one is alone.
        transactions.change(() -> {}, () -> {});
        return live(repository, number).stream()
                .filter(bounty -> bounty.poster().equals(poster))
                .reduce((_, newer) -> newer);
    }

    @Override
    public List<Bounty> liveOn(RepositoryName repository, int number) {
        return live(repository, number).stream().limit(LIMIT).toList();
    }

    private List<Bounty> live(RepositoryName repository, int number) {
        return bounties.all().stream()
                .filter(bounty -> isLive(bounty) && isAbout(bounty, repository, number))
                .sorted(Comparator.comparing(bounty -> bounty.id().value(), Rows.BY_BYTES))
                .toList();
    }

    private static boolean isAbout(Bounty bounty, RepositoryName repository, int number) {
        String url = bounty.terms().issueUrl();
        return url != null
                && GithubIssue.of(url)
                        .filter(issue -> issue.number() == number)
                        .flatMap(GithubIssue::repositoryKey)
                        .filter(repository::equals)
                        .isPresent();
    }

    private static boolean isLive(Bounty bounty) {
        return switch (bounty.status()) {
            case AwaitingFunding _, Open _, Claimed _, InReview _, Disputed _ -> true;
            case Completed _, Paid _, Cancelled _, Expired _ -> false;
        };
    }
}
