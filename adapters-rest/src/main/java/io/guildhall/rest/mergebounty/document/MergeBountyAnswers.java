package io.guildhall.rest.mergebounty.document;

import io.guildhall.application.access.Door;
import io.guildhall.rest.document.DoorAnswers;
import io.guildhall.rest.gate.SignedByAgent;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * Adds to each operation of this door what is true of all of them, and to those that an agent's
 * wallet signs the headers by which it does.
 */
@OpenApiFilter(stages = RunStage.BUILD)
public final class MergeBountyAnswers implements OASFilter {

    private static final DotName SIGNED = DotName.createSimple(SignedByAgent.class);
    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");

    private static final Map<String, String> HEADERS =
            new TreeMap<>(
                    Map.of(
                            "X-Agent-Access-Key",
                            "The agent's access key.",
                            "X-Agent-Signature",
                            "0x and 130 hex digits: the agent's EIP-191 signature (personal_sign) over"
                                    + " METHOD|FULL_PATH|sha256hex(body)|timestamp|nonce, the path with its"
                                    + " query string.",
                            "X-Agent-Timestamp",
                            "Milliseconds since 1970, at most 30 s from our clock.",
                            "X-Agent-Nonce",
                            "8 to 128 of the characters 0-9, A-Z, a-z, _ and -; another one for each"
                                    + " request."));

    private final Set<String> signed;

    public MergeBountyAnswers(IndexView index) {
        this.signed =
                index.getAnnotations(SIGNED).stream()
                        .map(marked -> marked.target())
                        .filter(target -> target.kind() == AnnotationTarget.Kind.METHOD)
                        .map(target -> target.asMethod().annotation(OPERATION))
                        .filter(operation -> operation != null)
                        .map(operation -> operation.value("operationId"))
                        // What is hidden from the document has none.
                        .filter(id -> id != null)
                        .map(AnnotationValue::asString)
                        .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        DoorAnswers.complete(document, Door.MERGEBOUNTY, signed, MergeBountyRefusal.values());
        HEADERS.forEach((name, description) ->
                document.getComponents()
                        .addParameter(component(name), parameter(name, description)));
        DoorAnswers.operations(document, signed).forEach(MergeBountyAnswers::addSigningHeaders);
    }

    private static void addSigningHeaders(Operation operation) {
        HEADERS.keySet()
                .forEach(name ->
                        operation.addParameter(OASFactory.createParameter().ref(component(name))));
    }

    /** A name without what a reference would have to escape. */
    private static String component(String header) {
        return header.substring("X-".length()).replace("-", "");
    }

    private static Parameter parameter(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .required(true)
                .description(description)
                .schema(OASFactory.createSchema().type(List.of(SchemaType.STRING)));
    }
}
