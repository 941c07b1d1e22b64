package io.guildhall.bootstrap.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.uuid.UUIDClock;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages follow each other by ids, so that whatever is made later has to come later. */
class TimeOrderedIdsTest {

    private static final int THREADS = 4;
    private static final int EACH = 25_000;
    private static final Executor PLATFORM = work -> Thread.ofPlatform().start(work);

    private final TimeOrderedIds ids = new TimeOrderedIds();

    @Test
    void eachThreadsIdsAscendAndNoneComesTwice() {
        List<CompletableFuture<List<UUID>>> making =
                IntStream.range(0, THREADS)
                        .mapToObj(_ -> CompletableFuture.supplyAsync(this::some, PLATFORM))
                        .toList();
        List<List<UUID>> made = making.stream().map(CompletableFuture::join).toList();

        Set<UUID> all = new HashSet<>();
        for (List<UUID> one : made) {
            // By their bytes, as the database orders them.
            assertThat(one.stream().map(UUID::toString)).isSorted();
            all.addAll(one);
        }
        assertThat(all).hasSize(THREADS * EACH);
    }

    @Test
    void theyAscendWhileTheClockGoesBack() {
        var times = new ArrayDeque<>(List.of(5_000L, 4_999L, 5_000L, 1_000L, 5_001L, 5_000L));
        var ids =
                new TimeOrderedIds(
                        new UUIDClock() {
                            @Override
                            public long currentTimeMillis() {
                                return times.remove();
                            }
                        });

        assertThat(Stream.generate(ids::next).limit(times.size()).map(UUID::toString)).isSorted();
    }

    @Test
    void theyAreOfVersionSeven() {
        UUID id = ids.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    private List<UUID> some() {
        return Stream.generate(ids::next).limit(EACH).toList();
    }
}
