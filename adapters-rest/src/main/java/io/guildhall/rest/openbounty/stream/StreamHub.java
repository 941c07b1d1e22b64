package io.guildhall.rest.openbounty.stream;

import io.guildhall.application.access.RandomSource;
import io.guildhall.application.access.StreamLimits;
import io.guildhall.application.notification.Addressed;
import io.guildhall.application.stream.EventTail;
import io.guildhall.rest.gate.Pass;
import io.guildhall.rest.problem.ProblemException;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All open streams of this process. An event is put into words once and then told by each event
 * loop to its own readers; nobody has a thread or a queue, and who does not read is left behind.
 */
@Singleton
public class StreamHub {

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int RETRY_MILLIS_MIN = 1_000;
    private static final int RETRY_MILLIS_SPREAD = 4_001;

    private final EventTail tail;
    private final LastEvent lastEvent;
    private final CatchUp catchUp;
    private final PassCheck passCheck;
    private final StreamLimits limits;
    private final InstantSource clock;
    private final RandomSource random;
    private final Vertx vertx;

    private final RecentEvents recent;
    private final Seats seats;
    private final ConcurrentHashMap<Context, LoopReaders> loops = new ConcurrentHashMap<>();
    private volatile boolean closing;

    StreamHub(
            EventTail tail,
            LastEvent lastEvent,
            CatchUp catchUp,
            PassCheck passCheck,
            StreamLimits limits,
            InstantSource clock,
            RandomSource random,
            Vertx vertx) {
        this.tail = tail;
        this.lastEvent = lastEvent;
        this.catchUp = catchUp;
        this.passCheck = passCheck;
        this.limits = limits;
        this.clock = clock;
        this.random = random;
        this.vertx = vertx;
        this.recent = new RecentEvents(limits.memory());
        this.seats = new Seats(limits);
    }

    /** How many readers there are now. */
    public int readers() {
        return seats.taken();
    }

    void onStart(@Observes StartupEvent event) {
        recent.beginBehind(tail.listen(this::hear));
        vertx.setPeriodic(TICK.toMillis(), _ -> tick());
    }

    /** Before the service waits for what is being answered: a stream would never be done. */
    void onShutdownBegins(@Observes ShutdownDelayInitiatedEvent event) {
        endAll();
    }

    void onShutdown(@Observes ShutdownEvent event) {
        endAll();
    }

    /**
     * Makes the answer to a request a stream of what is heard by that hearing.
     *
     * @param lastEventId what the reader heard last, as it says itself
     * @return done when the stream is over
     * @throws ProblemException when there are too many streams already
     */
    CompletionStage<Void> open(
            RoutingContext request, Pass pass, Hearing hearing, @Nullable String lastEventId) {
        Runnable leaveSeat = seats.take(pass.caller().operator());
        try {
            Start start = lastEvent.start(lastEventId, recent);
            Context context = VertxContext.getRootContext(request.vertx().getOrCreateContext());
            LoopReaders readers = loops.computeIfAbsent(context, this::readersOn);
            CompletableFuture<Void> over = new CompletableFuture<>();
            Runnable leave =
                    () -> {
                        leaveSeat.run();
                        over.complete(null);
                    };
            context.runOnContext(_ -> begin(request, pass, hearing, start, readers, leave));
            return over;
        } catch (RuntimeException e) {
            leaveSeat.run();
            throw e;
        }
    }

    private LoopReaders readersOn(Context context) {
        return new LoopReaders(
                deed -> context.runOnContext(_ -> deed.run()),
                limits.heartbeat(),
                limits.patience());
    }

    private void begin(
            RoutingContext request,
            Pass pass,
            Hearing hearing,
            Start start,
            LoopReaders readers,
            Runnable leave) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            leave.run();
            return;
        }
        int chance = ByteBuffer.wrap(random.bytes(Integer.BYTES)).getInt() >>> 1;
        Reader reader =
                new Reader(
                        pass,
                        hearing,
                        new HttpOutlet(request.request()),
                        recent,
                        firstBeat(chance));
        request.addEndHandler(_ -> {
            readers.remove(reader);
            leave.run();
        });
        response.putHeader(HttpHeaders.CONTENT_TYPE, MediaType.SERVER_SENT_EVENTS)
                .putHeader("X-Accel-Buffering", "no")
                .setChunked(true)
                .drainHandler(_ -> reader.hasRoom());
        readers.add(reader);
        begin(reader, start, readers, RETRY_MILLIS_MIN + chance % RETRY_MILLIS_SPREAD);
        if (closing || request.request().method().equals(HttpMethod.HEAD)) {
            reader.end();
        }
    }

    private void begin(Reader reader, Start start, LoopReaders readers, int retryMillis) {
        Buffer retry = StreamTexts.retry(retryMillis);
        switch (start) {
            case Start.Now _ -> {
                long head = recent.last();
                // It may be cut off before anything happens, and must not miss what comes then.
                reader.greet(List.of(retry, StreamTexts.position(head)), head);
                reader.goLive(head);
            }
            case Start.Behind(var place) -> {
                reader.greet(List.of(retry), place);
                if (!reader.goLive(place)) {
                    catchUp.begin(reader, place, readers.loop());
                }
            }
            case Start.Forgotten _ -> {
                reader.greet(List.of(retry), 0);
                reader.resync(clock.instant());
            }
        }
    }

    /** Somewhere within the first interval, so that those who came together beat apart. */
    private Instant firstBeat(int chance) {
        return clock.instant().plusMillis(chance % limits.heartbeat().toMillis());
    }

    private void hear(List<Addressed> news) {
        recent.add(news.stream().map(StreamedEvent::of).toList());
        loops.values().forEach(LoopReaders::wake);
    }

    private void tick() {
        Instant now = clock.instant();
        loops.values()
                .forEach(readers ->
                        readers.loop().execute(() -> passCheck.check(readers, readers.tick(now))));
    }

    private void endAll() {
        closing = true;
        loops.values().forEach(readers -> readers.loop().execute(readers::endAll));
    }
}
