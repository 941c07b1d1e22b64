package io.guildhall.rest.openbounty.stream;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/** The answer to the request that opened a stream. */
final class HttpOutlet implements Outlet {

    /** Above it a connection counts as full, so this much memory a slow reader may take up. */
    static final int QUEUE_BYTES_MAX = 64 << 10;

    /** HTTP/2's code for an answer that is given up; without HTTP/2 the connection is closed. */
    private static final long CANCEL = 8;

    private final HttpServerResponse response;

    HttpOutlet(HttpServerResponse response) {
        this.response = response;
    }

    @Override
    public boolean isFull() {
        return response.writeQueueFull();
    }

    @Override
    public void write(List<Buffer> texts) {
        if (!isOver()) {
            response.write(texts.size() == 1 ? texts.getFirst() : joined(texts));
        }
    }

    @Override
    public void end() {
        if (!isOver()) {
            response.end();
        }
    }

    @Override
    public void cut() {
        if (!isOver()) {
            response.reset(CANCEL);
        }
    }

    private boolean isOver() {
        return response.ended() || response.closed();
    }

    private static Buffer joined(List<Buffer> texts) {
        Buffer all = Buffer.buffer(texts.stream().mapToInt(Buffer::length).sum());
        texts.forEach(all::appendBuffer);
        return all;
    }
}
