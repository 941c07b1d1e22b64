package io.guildhall.rest.document;

import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * An operation as the document has it so far, and where it is.
 *
 * @param isSigned whether an agent's wallet signs it
 */
public record DescribedCall(String path, HttpMethod method, Operation operation, boolean isSigned) {

    public boolean isWrite() {
        return method != HttpMethod.GET;
    }

    /** An empty list of requirements is what opens an operation to everybody. */
    public boolean isOpen() {
        return operation.getSecurity() != null && operation.getSecurity().isEmpty();
    }

    public boolean hasPathParameter() {
        return path.contains("{");
    }

    /** Whether there is anything in it that could not be understood. */
    public boolean hasInput() {
        return hasBody() || hasQuery();
    }

    public boolean hasBody() {
        return operation.getRequestBody() != null;
    }

    private boolean hasQuery() {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> parameter.getIn() == Parameter.In.QUERY);
    }
}
