package io.guildhall.application.party;

import io.guildhall.application.access.RandomSource;
import io.guildhall.domain.codehost.CodeHost;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.party.GithubLinkError.GithubLinkDenied;
import io.guildhall.domain.party.GithubLinkError.GithubLinkExpired;
import io.guildhall.domain.party.GithubLinkError.GithubLinkUnknown;
import io.guildhall.domain.party.GithubLinkRequest;
import io.guildhall.domain.party.GithubLinkRequests;
import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.party.UnconfirmedGithubLink;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Transactions;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Somebody comes back from GitHub: the state tells for which agent or operator they were sent, and
 * GitHub tells who they are. Nothing is linked by that, since whoever was sent may have sent
 * somebody else: whose account it is gets a code, and whoever began it confirms by it. The state is
 * used up first, whatever comes of it, so that nobody can try twice with one.
 */
public final class ReturnFromGithub {

    private final Transactions transactions;
    private final GithubLinkRequests requests;
    private final CodeHost codeHost;
    private final RandomSource random;
    private final InstantSource worldClock;

    public ReturnFromGithub(
            Transactions transactions,
            GithubLinkRequests requests,
            CodeHost codeHost,
            RandomSource random,
            InstantSource worldClock) {
        this.transactions = transactions;
        this.requests = requests;
        this.codeHost = codeHost;
        this.random = random;
        this.worldClock = worldClock;
    }

    /**
     * @param code what GitHub gave along, or null when access was not granted
     */
    public record Command(String state, @Nullable String code) {

        @Override
        public String toString() {
            return "who comes back from GitHub";
        }
    }

    /**
     * To be called outside of any unit of work, since it asks GitHub.
     *
     * @return the code, a secret of whoever came back
     */
    public String handle(Command command) {
        GithubLinkRequest request =
                transactions
                        .run(() -> requests.take(KeyHash.of(command.state())))
                        .orElseThrow(() -> new RefusedException(new GithubLinkUnknown()));
        if (request.isExpired(worldClock.instant())) {
            throw new RefusedException(new GithubLinkExpired());
        }
        String given = command.code();
        if (given == null) {
            throw new RefusedException(new GithubLinkDenied());
        }
        GithubAccount account = codeHost.whoCameWith(given);
        String code = LinkSecret.from(random);
        transactions.run(() ->
                requests.add(
                        UnconfirmedGithubLink.of(code, request, account, worldClock.instant())));
        return code;
    }
}
