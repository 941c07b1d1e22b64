package io.guildhall.application.inmemory;

import io.guildhall.domain.party.GithubLinkRequest;
import io.guildhall.domain.party.GithubLinkRequests;
import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.party.UnconfirmedGithubLink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Who is on the way to GitHub and back, in memory. */
public final class InMemoryGithubLinkRequests implements GithubLinkRequests {

    private final Rows<KeyHash, GithubLinkRequest> rows;
    private final Rows<KeyHash, UnconfirmedGithubLink> unconfirmed;

    public InMemoryGithubLinkRequests(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
        this.unconfirmed = new Rows<>(transactions);
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
    public void add(UnconfirmedGithubLink link) {
        unconfirmed.add(link.code(), link);
    }

    @Override
    public Optional<UnconfirmedGithubLink> unconfirmed(KeyHash code) {
        return unconfirmed.find(code);
    }

    @Override
    public Optional<UnconfirmedGithubLink> takeUnconfirmed(KeyHash code) {
        Optional<UnconfirmedGithubLink> found = unconfirmed.keep(code);
        found.ifPresent(link -> unconfirmed.remove(link.code()));
        return found;
    }

    @Override
    public int forgetExpired(Instant now, int limit) {
        int forgotten = forget(rows, request -> request.isExpired(now), limit);
        return forgotten + forget(unconfirmed, link -> link.isExpired(now), limit - forgotten);
    }

    private static <T> int forget(Rows<KeyHash, T> from, Predicate<T> isOld, int limit) {
        List<KeyHash> old =
                from.keysWhere((_, row) -> isOld.test(row)).stream().limit(limit).toList();
        old.forEach(from::remove);
        return old.size();
    }
}
