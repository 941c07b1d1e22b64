package io.guildhall.domain.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortTest {

    /** So many that some would be drawn twice. */
    private static final int MANY = 500;

    @Test
    void nobodyIsGivenWhatAnotherWasGiven() {
        List<Integer> given = IntStream.range(0, MANY).mapToObj(_ -> FreePort.find()).toList();

        assertThat(given).doesNotHaveDuplicates().allMatch(port -> port < 32_768);
    }

    @Test
    void itCanBeListenedAt() throws IOException {
        try (ServerSocket server =
                new ServerSocket(FreePort.find(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(server.isBound()).isTrue();
        }
    }
}
