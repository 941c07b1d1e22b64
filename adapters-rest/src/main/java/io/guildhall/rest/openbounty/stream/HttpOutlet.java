package io.guildhall.rest.openbounty.stream;

import io.netty.channel.ChannelOption;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.List;

/** The answer to the request that opened a stream. */
final class HttpOutlet implements Outlet {

    /** Above it a connection counts as full, so this much memory a slow reader may take up. */
    static final int QUEUE_BYTES_MAX = 64 << 10;

    /** HTTP/2's code for an answer that is given up, on a connection that may carry others. */
    private static final long CANCEL = 8;

    private final HttpServerResponse response;
    private final HttpConnection connection;

    HttpOutlet(HttpServerRequest request) {
        this.response = request.response();
        this.connection = request.connection();
        response.setWriteQueueMaxSize(QUEUE_BYTES_MAX);
        if (ownsConnection() && connection instanceof ConnectionBase one) {
            // By itself the system would take megabytes for a reader that reads nothing.
            one.channel().config().setOption(ChannelOption.SO_SNDBUF, QUEUE_BYTES_MAX);
        }
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
        if (ownsConnection() && connection instanceof ConnectionBase one) {
            // Vert.x closes a connection when all that was written has been read, which whoever
            // does not read can put off for good; so it is closed behind its back.
            var _ = one.channelHandlerContext().close();
        } else if (!isOver()) {
            response.reset(CANCEL);
        }
    }

    /** An answer of HTTP/2 shares its connection with others. */
    private boolean ownsConnection() {
        return response.streamId() < 0;
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
