package io.guildhall.web.session;

import io.guildhall.web.form.Form;
import io.guildhall.web.visit.Answers;
import io.guildhall.web.visit.Themes;
import io.guildhall.web.visit.Visit;
import io.guildhall.web.visit.WebPage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Light or dark; it comes back to the page where it was chosen. */
@Path("/theme")
@WebPage
@RunOnVirtualThread
public class ThemeResource {

    private final Visit visit;
    private final Themes themes;

    public ThemeResource(Visit visit, Themes themes) {
        this.visit = visit;
        this.themes = themes;
    }

    @POST
    public Response choose(Form form) {
        themes.choose(visit.request(), form.text("theme"));
        return Answers.seeOther(Next.of(form.given("next")));
    }
}
