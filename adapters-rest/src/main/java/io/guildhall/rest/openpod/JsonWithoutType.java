package io.guildhall.rest.openpod;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Takes what a client sends without saying what it is for JSON: the document's own example does so,
 * and curl then calls it a form.
 */
@Singleton
public final class JsonWithoutType {

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;

    @ServerRequestFilter(preMatching = true)
    public void takeForJson(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        if (type != null
                && FORM.equals(type.getType() + "/" + type.getSubtype())
                && request.getUriInfo().getPath().startsWith(OpenPodEnvelope.BASE + "/")) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
    }
}
