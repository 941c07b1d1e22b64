package io.guildhall.web.visit;

import io.guildhall.domain.shared.DomainError;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.Section;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;

/** Pages that say why there is no other. */
@Singleton
final class Apology {

    private static final Logger LOG = Logger.getLogger(Apology.class);

    private final Frames frames;

    Apology(Frames frames) {
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "page", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Sorry(Frame frame, int status, String title, String message)
            implements TemplateInstance {}

    Response page(int status, String title, String message) {
        return Answers.page(
                status, new Sorry(frames.of(title, Section.OTHER), status, title, message));
    }

    Response page(DomainError error) {
        return page(status(error.kind()), title(error.kind()), Complaint.of(error).message());
    }

    /** Its inside is for our own people. */
    Response unforeseen(Exception e) {
        if (e instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
            return page(web.getResponse().getStatus());
        }
        LOG.error("A page failed", e);
        return page(500);
    }

    /** What there is to say where only the status is known. */
    Response page(int status) {
        return switch (status) {
            case 404 ->
                    page(
                            status,
                            "There is nothing here",
                            "The address may be mistyped, or what was here is gone.");
            case 405 ->
                    page(
                            status,
                            "Not in this way",
                            "This address takes what a form of ours sends, or only shows something."
                                    + " Nothing was changed.");
            case 413 ->
                    page(
                            status,
                            "This is too much",
                            "What you sent is larger than anything we take. Nothing was changed.");
            case 429 ->
                    page(
                            status,
                            "A moment, please",
                            "Too many requests came from you within a minute. Try again in a moment.");
            case 503 ->
                    page(
                            status,
                            "Not available at the moment",
                            "A part of the service is away. Nothing was changed; try again in a moment.");
            default ->
                    status < 500
                            ? page(
                                    status,
                                    "This cannot be understood",
                                    "Something about this request has the wrong form. Nothing was"
                                            + " changed.")
                            : page(
                                    status,
                                    "This went wrong",
                                    "Something failed on our side and was logged; nothing you did is"
                                            + " to blame. Try again in a moment.");
        };
    }

    static int status(DomainError.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> 404;
            case UNAUTHENTICATED, FORBIDDEN -> 403;
            case INVALID -> 422;
            case WRONG_STATE, TAKEN -> 409;
            case UNAVAILABLE -> 503;
        };
    }

    private static String title(DomainError.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> "There is nothing here";
            case UNAUTHENTICATED, FORBIDDEN -> "This is not yours to do";
            case INVALID, WRONG_STATE, TAKEN -> "This cannot be done now";
            case UNAVAILABLE -> "Not available at the moment";
        };
    }
}
