package io.guildhall.application.inmemory;

import io.guildhall.domain.escrow.ChainReader.Block;
import io.guildhall.domain.escrow.ChainTrail;
import io.guildhall.domain.escrow.EscrowVault.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The places where reading stood, in memory. */
public final class InMemoryChainTrail implements ChainTrail {

    private static final long BLOCKS_KEPT = 10_000;

    private record Contract(long chainId, String address) {
        static Contract of(Site site) {
            return new Contract(site.chainId(), site.contract().hex());
        }
    }

    private record Place(Block block, Instant at) {}

    private final InMemoryTransactions transactions;
    private final Rows<Contract, List<Place>> rows;

    public InMemoryChainTrail(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = new Rows<>(transactions);
    }

    @Override
    public Optional<Block> last(Site site) {
        return places(site, 1).stream().findFirst();
    }

    @Override
    public boolean advance(Site site, @Nullable Block from, Block to, Instant at) {
        return transactions.run(() -> {
            Block last = last(site).orElse(null);
            if (!Objects.equals(
                    from == null ? null : from.number(), last == null ? null : last.number())) {
                return false;
            }
            List<Place> places = new ArrayList<>(all(site));
            places.removeIf(place -> place.block().number() < to.number() - BLOCKS_KEPT);
            places.add(new Place(to, at));
            rows.put(Contract.of(site), List.copyOf(places));
            return true;
        });
    }

    @Override
    public List<Block> places(Site site, int limit) {
        return all(site).reversed().stream().map(Place::block).limit(limit).toList();
    }

    @Override
    public void goBack(Site site, long block) {
        transactions.run(() ->
                rows.put(
                        Contract.of(site),
                        all(site).stream()
                                .filter(place -> place.block().number() <= block)
                                .toList()));
    }

    /** How far in time any contract was heard. */
    Instant heardUntil() {
        return rows.where(_ -> true).stream()
                .flatMap(List::stream)
                .map(Place::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    private List<Place> all(Site site) {
        return rows.find(Contract.of(site)).orElse(List.of());
    }
}
