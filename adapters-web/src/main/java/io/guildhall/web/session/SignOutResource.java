package io.guildhall.web.session;

import io.guildhall.application.session.SignOut;
import io.guildhall.web.form.Form;
import io.guildhall.web.visit.Answers;
import io.guildhall.web.visit.Said;
import io.guildhall.web.visit.Visit;
import io.guildhall.web.visit.WebPage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The session is over, here and in the browser. */
@Path("/sign-out")
@WebPage
@RunOnVirtualThread
public class SignOutResource {

    private final Visit visit;
    private final SignOut signOut;

    public SignOutResource(Visit visit, SignOut signOut) {
        this.visit = visit;
        this.signOut = signOut;
    }

    @POST
    public Response signOut(Form form) {
        String session = visit.session();
        if (session != null) {
            signOut.handle(new SignOut.Command(session));
        }
        visit.close();
        return Answers.seeOther(Said.SIGNED_OUT.at("/sign-in"));
    }
}
