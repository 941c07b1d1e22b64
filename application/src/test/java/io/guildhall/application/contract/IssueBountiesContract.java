package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyFixture;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyStatus.Cancelled;
import io.guildhall.domain.bounty.TermsFixture;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.party.Operator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every implementation of IssueBounties keeps. */
public abstract class IssueBountiesContract extends PortContract {

    private static final int AT_ONCE = 4;

    private final RepositoryName repository = new RepositoryName("octocat", "hello-" + ids.next());

    @Test
    public void bountyIsFoundHoweverItsAddressIsWritten() {
        Operator ann = operator();
        Bounty first = about(ann, "https://github.com/" + repository + "/issues/7");
        Bounty second =
                about(
                        operator(),
                        "https://github.com/OctoCat/Hello"
                                + repository.name().substring("hello".length())
                                + "/issues/7/?x=1#comment");
        about(ann, "https://github.com/" + repository + "/issues/77");
        about(ann, "https://example.org/" + repository + "/issues/7");

        assertThat(ports().issueBounties().liveOn(repository, 7)).containsExactly(first, second);
        assertThat(ports().issueBounties().liveOn(repository, 8)).isEmpty();
        assertThat(liveOf(ann)).contains(first);
        assertThat(liveOf(operator())).isEmpty();
    }

    @Test
    public void whatIsOverIsNotFound() {
        Operator ann = operator();
        Bounty bounty = about(ann, "https://github.com/" + repository + "/issues/7");

        withStatus(bounty, new Cancelled("Solved", clock.instant()));

        assertThat(ports().issueBounties().liveOn(repository, 7)).isEmpty();
        assertThat(liveOf(ann)).isEmpty();
    }

    @Test
    public void ofManyAtOnceOneSeesNoneAndTheOthersSeeIts() throws InterruptedException {
        Operator ann = operator();
        AtomicInteger posted = new AtomicInteger();

        InParallel.run(
                AT_ONCE,
                _ ->
                        unit(() -> {
                            boolean isFree =
                                    ports().issueBounties()
                                            .liveOf(ann.id(), repository, 7, clock.instant())
                                            .isEmpty();
                            if (isFree) {
                                ports().bounties().add(newBounty(ann));
                                posted.incrementAndGet();
                            }
                        }));

        assertThat(posted).hasValue(1);
        assertThat(ports().issueBounties().liveOn(repository, 7)).hasSize(1);
    }

    private Bounty newBounty(Operator poster) {
        return BountyFixture.openBounty(
                new BountyId(ids.next()),
                poster.id(),
                TermsFixture.terms()
                        .issueUrl("https://github.com/" + repository + "/issues/7")
                        .build());
    }

    private Bounty about(Operator poster, String issueUrl) {
        return openBounty(poster, TermsFixture.terms().issueUrl(issueUrl).build());
    }

    private Optional<Bounty> liveOf(Operator poster) {
        return unit(
                () -> ports().issueBounties().liveOf(poster.id(), repository, 7, clock.instant()));
    }
}
