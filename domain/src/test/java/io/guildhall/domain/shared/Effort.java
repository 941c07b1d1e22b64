package io.guildhall.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * What a text costs to be read. It is the thread's own time that counts, so that nothing depends on
 * what else the machine does; a work that grows with the square of a long text takes many times the
 * limit.
 */
public final class Effort {

    private static final Duration LITTLE = Duration.ofSeconds(3);

    private Effort() {}

    public static void isLittle(Runnable deed) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();

        deed.run();

        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - begin)).isLessThan(LITTLE);
    }
}
