package io.guildhall.rest.gate;

import io.guildhall.rest.problem.Fault;
import io.guildhall.rest.problem.Problem;
import io.guildhall.rest.problem.ProblemException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Reads a body whole, once and no further than it may be long, so that it can be hashed. */
final class BodyReader {

    static final Problem TOO_LARGE =
            Problem.of(Fault.PAYLOAD_TOO_LARGE, "The body is larger than 1 MiB")
                    // What was not read must not be taken for the next request.
                    .with("Connection", "close");

    private static final int BYTES_MAX = 1 << 20;
    private static final Set<String> WITHOUT_BODY =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String APPLICATION_JSON = "application/json";
    private static final String BODY = BodyReader.class.getName();

    static boolean isDeclaredTooLarge(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && Long.parseLong(length) > BYTES_MAX;
    }

    /** The body of a request that reached its resource. */
    static byte[] body(RoutingContext request) {
        byte @Nullable [] body = request.get(BODY);
        return body == null ? new byte[0] : body;
    }

    /** Of the body that came, in small hex digits; what is not read counts as nothing. */
    static String sha256(RoutingContext request) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body(request)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @ServerRequestFilter
    public void read(ContainerRequestContext request, RoutingContext kept) throws IOException {
        if (WITHOUT_BODY.contains(request.getMethod())) {
            return;
        }
        byte[] body = request.getEntityStream().readNBytes(BYTES_MAX + 1);
        if (body.length > BYTES_MAX) {
            throw new ProblemException(TOO_LARGE);
        }
        if (body.length == 0) {
            // Whoever sends nothing need not name a type; a resource that needs a body says so.
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE.toString(), APPLICATION_JSON);
        }
        kept.put(BODY, body);
        request.setEntityStream(new ByteArrayInputStream(body));
    }
}
