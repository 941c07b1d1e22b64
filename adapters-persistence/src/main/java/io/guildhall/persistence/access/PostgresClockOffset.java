package io.guildhall.persistence.access;

import io.guildhall.application.access.ClockOffset;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/** How far the market's clock is ahead, in the one row of its table. */
@Singleton
public final class PostgresClockOffset implements ClockOffset {

    private static final String READ = "SELECT offset_micros FROM clock_offset";
    private static final String ADD =
            """
            INSERT INTO clock_offset AS c (singleton, offset_micros) VALUES (true, ?)
            ON CONFLICT (singleton) DO UPDATE SET offset_micros = c.offset_micros + excluded.offset_micros
            """;

    private final Sql sql;

    PostgresClockOffset(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Duration read() {
        return sql.first(READ, row -> Duration.of(row.number("offset_micros"), ChronoUnit.MICROS))
                .orElse(Duration.ZERO);
    }

    @Override
    public void add(Duration by) {
        sql.change(ADD, TimeUnit.MICROSECONDS.convert(by));
    }
}
