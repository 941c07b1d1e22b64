package io.guildhall.web.visit;

import io.guildhall.domain.shared.RefusedException;
import io.guildhall.web.form.Form;
import io.guildhall.web.form.FormGuard;
import io.guildhall.web.page.PageRefused;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Stands before every page, and turns whatever goes wrong behind it into a page that says so. */
@WebPage
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
final class VisitGate {

    private final Visit visit;
    private final Budget budget;
    private final Apology apology;
    private final RoutingContext request;

    VisitGate(Visit visit, Budget budget, Apology apology, RoutingContext request) {
        this.visit = visit;
        this.budget = budget;
        this.apology = apology;
        this.request = request;
    }

    @AroundInvoke
    @Nullable Object pass(InvocationContext page) {
        Protection.put(request.response());
        try {
            budget.begin(visit);
            budget.draw(visit);
            if (!isRead()) {
                FormGuard.check(request.request(), form(page), visit.formToken());
            }
            return page.proceed();
        } catch (SignInNeeded _) {
            return toSignIn();
        } catch (PageRefused refused) {
            return apology.page(refused.status(), refused.title(), refused.message());
        } catch (RefusedException refused) {
            return apology.page(refused.error());
        } catch (Exception e) {
            return apology.unforeseen(e);
        }
    }

    private boolean isRead() {
        HttpMethod method = request.request().method();
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    private static Form form(InvocationContext page) {
        return Arrays.stream(page.getParameters())
                .filter(Form.class::isInstance)
                .map(Form.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A page without a form to check"));
    }

    /** Whoever wanted to read comes back to what it wanted to read. */
    private Response toSignIn() {
        String signIn =
                isRead() && !visit.path().equals("/")
                        ? "/sign-in?next="
                                + URLEncoder.encode(visit.address(), StandardCharsets.UTF_8)
                        : "/sign-in";
        // htmx would put the sign-in page into the middle of the present one.
        return request.request().getHeader("HX-Request") == null
                ? Answers.seeOther(signIn)
                : Response.noContent().header("HX-Redirect", signIn).build();
    }
}
