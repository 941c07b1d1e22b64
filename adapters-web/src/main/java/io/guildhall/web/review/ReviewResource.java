package io.guildhall.web.review;

import io.guildhall.web.list.Paging;
import io.guildhall.web.page.Ids;
import io.guildhall.web.visit.Answers;
import io.guildhall.web.visit.WebPage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Who wants to work on a bounty, and what was handed in. */
@Path("/bounties/{id}/review")
@WebPage
@RunOnVirtualThread
public class ReviewResource {

    private final ReviewPages pages;

    public ReviewResource(ReviewPages pages) {
        this.pages = pages;
    }

    @GET
    public Response show(
            @PathParam("id") String id, @QueryParam(Paging.AFTER) @Nullable String after) {
        return Answers.ok(pages.of(Ids.bounty(id), after));
    }
}
