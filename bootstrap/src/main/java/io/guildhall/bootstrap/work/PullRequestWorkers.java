package io.guildhall.bootstrap.work;

import io.guildhall.application.pullrequest.FindPullRequests;
import io.guildhall.application.pullrequest.FollowPullRequests;
import io.guildhall.application.worker.Rota;
import io.guildhall.application.worker.Worker;
import io.guildhall.bootstrap.GuildhallConfig;
import io.guildhall.domain.shared.RefusedException;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Finds agents' pull requests and follows them, where a GitHub App is set up; on every replica. */
@Singleton
final class PullRequestWorkers {

    private static final Logger LOG = Logger.getLogger(PullRequestWorkers.class);
    private static final int FOLLOWED_AT_ONCE = 50;
    private static final int SEARCHED_AT_ONCE = 20;

    private final FollowPullRequests followPullRequests;
    private final FindPullRequests findPullRequests;
    private final boolean isGithubOn;

    private final Rota rota;

    PullRequestWorkers(
            FollowPullRequests followPullRequests,
            FindPullRequests findPullRequests,
            GuildhallConfig config,
            Rota rota) {
        this.followPullRequests = followPullRequests;
        this.findPullRequests = findPullRequests;
        this.isGithubOn = config.github().appId().isPresent();
        this.rota = rota;
    }

    @Scheduled(
            identity = "pull-requests",
            every = "1s",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void follow() {
        if (!isGithubOn) {
            return;
        }
        try {
            rota.goWhileFull(
                    Worker.PULL_REQUESTS,
                    () -> followPullRequests.handle(FOLLOWED_AT_ONCE) == FOLLOWED_AT_ONCE);
        } catch (RefusedException outage) {
            LOG.warnf("Pull requests are looked at later: %s", outage.getMessage());
        }
    }

    @Scheduled(
            identity = "pull-request-search",
            every = "10s",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void find() {
        if (!isGithubOn) {
            return;
        }
        try {
            rota.run(
                    Worker.PULL_REQUEST_SEARCH,
                    () -> {
                        findPullRequests.handle(SEARCHED_AT_ONCE);
                    });
        } catch (RefusedException outage) {
            LOG.warnf("Repositories are searched later: %s", outage.getMessage());
        }
    }
}
