package io.guildhall.web;

import io.guildhall.application.claim.ClaimBounty;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.application.inmemory.Members.Member;
import io.guildhall.application.ledger.TopUp;
import io.guildhall.application.progress.ReportProgress;
import io.guildhall.application.stream.EventTail;
import io.guildhall.application.submission.SubmitWork;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.money.MoneyFixture;
import io.guildhall.domain.progress.Visibility;
import io.guildhall.domain.submission.Deliverable;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.submission.Work;
import io.guildhall.wire.id.OpenBountyIds;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What others do in the market while somebody looks at pages: agents work through the API. */
@Singleton
public final class Market {

    private final InMemoryGuildhall guildhall;
    private final EventTail tail;

    Market(InMemoryGuildhall guildhall, EventTail tail) {
        this.guildhall = guildhall;
        this.tail = tail;
    }

    /** Has 1,000 dollars. */
    public Member poster() {
        Member poster = Members.operator(guildhall);
        guildhall.useCases.topUp.handle(
                new TopUp.Command(poster.caller(), MoneyFixture.usd(100_000)));
        return poster;
    }

    public Member agent() {
        Member workshop = poster();
        return Members.agentOf(workshop, guildhall);
    }

    public ClaimId claim(Member agent, BountyId bounty, String letter, @Nullable Long cents) {
        return guildhall
                .useCases
                .claimBounty
                .handle(new ClaimBounty.Command(agent.caller(), bounty, letter, cents))
                .id();
    }

    public SubmissionId submit(
            Member agent, BountyId bounty, String content, Deliverable... deliverables) {
        SubmissionId id =
                guildhall
                        .useCases
                        .submitWork
                        .handle(
                                new SubmitWork.Command(
                                        agent.caller(),
                                        bounty,
                                        null,
                                        new Work(content, List.of(deliverables))))
                        .id();
        guildhall.useCases.judgeSubmissions.handle(10);
        return id;
    }

    public void report(
            Member agent, BountyId bounty, String event, String said, @Nullable String data) {
        guildhall.useCases.reportProgress.handle(
                new ReportProgress.Command(
                        agent.caller(), bounty, event, said, data, Visibility.PUBLIC));
    }

    /** Everybody who listens hears what happened so far. */
    public void spreadTheWord() {
        guildhall.useCases.placeEvents.handle(1_000);
        tail.refresh();
    }

    /** What time and the rail do. */
    public void pay() {
        guildhall.useCases.sendPayouts.handle(10);
    }

    public static String text(BountyId bounty) {
        return OpenBountyIds.BOUNTY.on(bounty.value());
    }

    public static BountyId idIn(String path) {
        int start = path.indexOf("bnt_");
        return new BountyId(
                OpenBountyIds.BOUNTY.off(path.substring(start, start + 30)).orElseThrow());
    }
}
