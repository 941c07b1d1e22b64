package io.guildhall.application.inmemory;

import io.guildhall.domain.party.GithubLinkRequest;
import io.guildhall.domain.party.GithubLinkRequests;
import io.guildhall.domain.party.KeyHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is on the way to GitHub, in memory. */
public final class InMemoryGithubLinkRequests implements GithubLinkRequests {

    private final Rows<KeyHash, GithubLinkRequest> rows;

    public InMemoryGithubLinkRequests(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public void add(GithubLinkRequest request) {
        rows.add(request.state(), request);
    }

    @Override
    public Optional<GithubLinkRequest> take(KeyHash state) {
        Optional<GithubLinkRequest> found = rows.keep(state);
        found.ifPresent(request -> rows.remove(request.state()));
        return found;
    }

    @Override
    public int forgetExpired(Instant now, int limit) {
        List<KeyHash> old =
                rows.keysWhere((_, request) -> request.isExpired(now)).stream()
                        .limit(limit)
                        .toList();
        old.forEach(rows::remove);
        return old.size();
    }
}
