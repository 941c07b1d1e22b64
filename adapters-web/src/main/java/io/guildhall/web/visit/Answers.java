package io.guildhall.web.visit;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Answers in the form that browsers take. */
public final class Answers {

    private static final int SEE_OTHER = 303;

    private Answers() {}

    public static Response ok(TemplateInstance page) {
        return page(200, page);
    }

    public static Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.render())
                .build();
    }

    /** The path stays as it is: what is in front of us may have another name than we know. */
    public static Response seeOther(String path) {
        return Response.status(SEE_OTHER).header("Location", path).build();
    }
}
