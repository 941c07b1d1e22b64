package io.guildhall.application.inmemory;

import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.Origin;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.ChainFacts;
import io.guildhall.domain.escrow.EscrowVault.Site;
import io.guildhall.domain.shared.LostRace;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the contract has said, in memory. */
public final class InMemoryChainFacts implements ChainFacts {

    private record Place(String blockHash, int logIndex) {
        static Place of(Origin origin) {
            return new Place(origin.blockHash(), origin.logIndex());
        }
    }

    /** A contract on its chain; its token and registry are nothing that it is known by. */
    private record Speaker(long chainId, WalletAddress contract) {
        static Speaker at(Site site) {
            return new Speaker(site.chainId(), site.contract());
        }
    }

    private record Fact(Speaker speaker, Recorded recorded, boolean isTakenBack) {}

    private final Rows<Place, Fact> rows;

    public InMemoryChainFacts(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public boolean contains(Origin origin) {
        return rows.find(Place.of(origin)).filter(fact -> !fact.isTakenBack()).isPresent();
    }

    @Override
    public boolean adopt(Recorded fact) {
        Optional<Fact> same =
                rows
                        .where(other ->
                                other.isTakenBack()
                                        && other.recorded().gist().equals(fact.gist())
                                        && other.recorded().bounty().equals(fact.bounty()))
                        .stream()
                        .min(
                                Comparator.comparing(
                                                (Fact other) -> !isOfOne(other.recorded(), fact))
                                        .thenComparing(other -> other.recorded().origin()));
        same.ifPresent(found -> {
            Recorded before = found.recorded();
            rows.remove(Place.of(before.origin()));
            rows.put(
                    Place.of(fact.origin()),
                    new Fact(
                            found.speaker(),
                            new Recorded(
                                    before.bounty(),
                                    before.word(),
                                    fact.says(),
                                    before.gist(),
                                    fact.origin(),
                                    before.objection()),
                            false));
        });
        return same.isPresent();
    }

    private static boolean isOfOne(Recorded one, Recorded other) {
        return one.origin().transaction().equals(other.origin().transaction());
    }

    @Override
    public void add(Site site, Recorded fact) {
        if (rows.find(Place.of(fact.origin())).isPresent()) {
            throw new LostRace("a fact of block " + fact.origin().block());
        }
        rows.add(Place.of(fact.origin()), new Fact(Speaker.at(site), fact, false));
    }

    @Override
    public List<Recorded> of(OnchainId bounty) {
        return standing(fact -> fact.recorded().bounty().equals(bounty));
    }

    @Override
    public List<Recorded> after(Site site, long block) {
        return standing(fact ->
                fact.speaker().equals(Speaker.at(site))
                        && fact.recorded().origin().block() > block);
    }

    @Override
    public void takeBack(Origin origin) {
        rows.find(Place.of(origin))
                .ifPresent(fact ->
                        rows.put(
                                Place.of(origin), new Fact(fact.speaker(), fact.recorded(), true)));
    }

    private List<Recorded> standing(Predicate<Fact> condition) {
        return rows.where(fact -> !fact.isTakenBack() && condition.test(fact)).stream()
                .map(Fact::recorded)
                .sorted(Comparator.comparing(Recorded::origin))
                .toList();
    }
}
