package io.guildhall.rest.document;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

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
     * @param schema the component that describes the door's envelope
     * @param saysWhen whether it says after how long to try again
     */
    public static APIResponse refusal(String description, String schema, boolean saysWhen) {
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

    /** Adds the headers to every answer that the operation has so far. */
    public static void addHeaders(Operation operation) {
        operation.getResponses().getAPIResponses().values().forEach(DoorAnswers::addHeaders);
    }

    public static void addIdempotencyKey(Operation operation) {
        operation.addParameter(OASFactory.createParameter().ref(IDEMPOTENCY_KEY));
    }

    /**
     * @param component the refusal's
     */
    public static void addRefusal(Operation operation, String status, String component) {
        operation
                .getResponses()
                .addAPIResponse(status, OASFactory.createAPIResponse().ref(component));
    }

    public static boolean hasQuery(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> parameter.getIn() == Parameter.In.QUERY);
    }

    private static void addHeaders(APIResponse response) {
        HEADERS.forEach((name, component) ->
                response.addHeader(name, OASFactory.createHeader().ref(component)));
    }
}
