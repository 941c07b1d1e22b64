package io.guildhall.web.visit;

import io.guildhall.application.access.IdempotencyKeys.Scope;
import io.guildhall.application.access.OnceOnly;
import io.guildhall.application.access.OnceOnly.Answer;
import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.page.PageRefused;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does what a form asks for once, however often the form is sent: a double click or a reload gets
 * what came of the first. A refusal is not kept, so that a corrected form may be sent.
 */
@Singleton
public final class Once {

    private static final int SEE_OTHER = 303;

    private final OnceOnly onceOnly;
    private final Visit visit;

    Once(OnceOnly onceOnly, Visit visit) {
        this.onceOnly = onceOnly;
        this.visit = visit;
    }

    /**
     * What came of a form.
     *
     * @param next the page that shows it
     * @param secret to be shown this once and never kept, such as a key; null where there is none,
     *     and when the form was sent before
     */
    public record Outcome(String next, @Nullable String secret, boolean repeated) {

        public static Outcome at(String next) {
            return new Outcome(next, null, false);
        }

        public static Outcome at(String next, String secret) {
            return new Outcome(next, secret, false);
        }
    }

    /**
     * Does it and leads on to what came of it. What cannot be done is told on a page, which is
     * drawn with what was typed.
     *
     * @param status of that page's answer, such as 422
     */
    public Response leadOn(
            Form form,
            Supplier<Outcome> deed,
            int status,
            Function<Complaint, TemplateInstance> otherwise) {
        return answer(form, deed, outcome -> Answers.seeOther(outcome.next()), status, otherwise);
    }

    /**
     * The same, but what came of it is shown at once, because no address may bring its secret back.
     */
    public Response show(
            Form form,
            Supplier<Outcome> deed,
            Function<Outcome, TemplateInstance> page,
            int status,
            Function<Complaint, TemplateInstance> otherwise) {
        return answer(form, deed, outcome -> Answers.ok(page.apply(outcome)), status, otherwise);
    }

    private Response answer(
            Form form,
            Supplier<Outcome> deed,
            Function<Outcome, Response> done,
            int status,
            Function<Complaint, TemplateInstance> otherwise) {
        try {
            return done.apply(run(form, deed));
        } catch (RefusedException refused) {
            return Answers.page(status, otherwise.apply(Complaint.of(refused.error())));
        }
    }

    public Outcome run(Form form, Supplier<Outcome> deed) {
        String name = form.text(Form.ONCE);
        if (name.isEmpty() || name.length() > 100) {
            throw new PageRefused(
                    400,
                    "This form is incomplete",
                    "It has no name of its own, so that sending it twice might do it twice."
                            + " Nothing was changed. Reload the page, and send it again.");
        }
        Answer answer =
                onceOnly.answer(
                        new Scope(visit.holder(), "POST " + visit.path(), name),
                        KeyHash.of(form.canonical()).hex(),
                        () -> kept(deed.get()));
        int end = answer.body().indexOf('\n');
        return end < 0
                ? new Outcome(answer.body(), null, answer.replayed())
                : new Outcome(
                        answer.body().substring(0, end), answer.body().substring(end + 1), false);
    }

    private static Answer kept(Outcome outcome) {
        String next = outcome.next();
        String secret = outcome.secret();
        return new Answer(SEE_OTHER, secret == null ? next : next + "\n" + secret, next, false);
    }
}
