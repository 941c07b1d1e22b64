package io.guildhall.application.inmemory;

import io.guildhall.domain.codehost.GivenTokens;
import java.time.Instant;
import java.util.List;

/** For which repositories somebody was given a token, in memory. */
public final class InMemoryGivenTokens implements GivenTokens {

    private final Rows<Long, Instant> given;

    public InMemoryGivenTokens(InMemoryTransactions transactions) {
        this.given = new Rows<>(transactions);
    }

    @Override
    public void add(long repository, Instant givenAt) {
        boolean isKnown =
                given.find(repository).filter(last -> !last.isBefore(givenAt)).isPresent();
        if (!isKnown) {
            given.put(repository, givenAt);
        }
    }

    @Override
    public boolean existFor(long repository) {
        return given.find(repository).isPresent();
    }

    @Override
    public int forgetBefore(Instant time, int limit) {
        List<Long> old =
                given.keysWhere((_, last) -> last.isBefore(time)).stream().limit(limit).toList();
        old.forEach(given::remove);
        return old.size();
    }
}
