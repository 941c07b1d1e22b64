package io.guildhall.rest.document;

import io.guildhall.application.access.Door;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** How answers of any door are described; each door has its own refusals and its own envelope. */
public final class DoorAnswers {

    /** The component that describes the key by which a write happens once. */
    public static final String IDEMPOTENCY_KEY = "IdempotencyKey";

    /** On every answer, with the component that describes each. */
    private static final Map<String, String> HEADERS =
            new TreeMap<>(
                    Map.of(
                            "X-Request-Id", "RequestId",
                            "X-RateLimit-Limit", "RateLimitLimit",
                            "X-RateLimit-Remaining", "RateLimitRemaining",
                            "X-RateLimit-Reset", "RateLimitReset"));

    private DoorAnswers() {}

    /**
     * Adds to each operation of a door what is true of all of them: its refusals, the headers of
     * its answers, and the key that makes a write happen once.
     *
     * @param signed the ids of the operations that an agent's wallet signs
     */
    public static void complete(
            OpenAPI document, Door door, Set<String> signed, DoorRefusal... refusals) {
        for (DoorRefusal refusal : refusals) {
            document.getComponents().addResponse(refusal.component(), refusal.response());
        }
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> {
                    if (Door.at(path).equals(Optional.of(door))) {
                        item.getOperations()
                                .forEach((method, operation) ->
                                        complete(
                                                new DescribedCall(
                                                        path,
                                                        method,
                                                        operation,
                                                        isOneOf(signed, operation)),
                                                refusals));
                    }
                });
    }

    /** The operations of any door that have one of these ids. */
    public static Stream<Operation> operations(OpenAPI document, Set<String> ids) {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> isOneOf(ids, operation));
    }

    /** What no annotation names has no id. */
    private static boolean isOneOf(Set<String> ids, Operation operation) {
        String id = operation.getOperationId();
        return id != null && ids.contains(id);
    }

    private static void complete(DescribedCall call, DoorRefusal... refusals) {
        APIResponses responses = call.operation().getResponses();
        responses.getAPIResponses().values().forEach(DoorAnswers::addHeaders);
        if (call.isWrite() && !call.isOpen()) {
            call.operation().addParameter(OASFactory.createParameter().ref(IDEMPOTENCY_KEY));
        }
        for (DoorRefusal refusal : refusals) {
            if (refusal.isPossible(call)) {
                responses.addAPIResponse(
                        refusal.status(), OASFactory.createAPIResponse().ref(refusal.component()));
            }
        }
    }

    /**
     * @param schema the component that describes the door's envelope
     * @param saysWhen whether it says after how long to try again
     */
    static APIResponse refusal(String description, String schema, boolean saysWhen) {
        APIResponse response =
                OASFactory.createAPIResponse()
                        .description(description)
                        .content(
                                OASFactory.createContent()
                                        .addMediaType(
                                                "application/json",
                                                OASFactory.createMediaType()
                                                        .schema(
                                                                OASFactory.createSchema()
                                                                        .ref(schema))));
        addHeaders(response);
        return saysWhen
                ? response.addHeader("Retry-After", OASFactory.createHeader().ref("RetryAfter"))
                : response;
    }

    private static void addHeaders(APIResponse response) {
        HEADERS.forEach((name, component) ->
                response.addHeader(name, OASFactory.createHeader().ref(component)));
    }
}
