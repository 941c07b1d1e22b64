package io.guildhall.rest.openpod.knowledge;

import io.guildhall.application.knowledge.ReviseKnowledge;
import io.guildhall.application.knowledge.ViewKnowledge;
import io.guildhall.application.knowledge.WriteKnowledge;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.workspace.knowledge.KnowledgeEntry;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.openbounty.QueryReader;
import io.guildhall.rest.openpod.DataJson;
import io.guildhall.rest.openpod.DataPageJson;
import io.guildhall.rest.openpod.OpenPodEnvelope;
import io.guildhall.rest.openpod.PathIds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What a project knows. */
@Path(OpenPodEnvelope.BASE + "/knowledge")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Knowledge")
@RunOnVirtualThread
public class KnowledgeResource {

    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,8}");

    private final Call call;
    private final ViewKnowledge knowledge;
    private final WriteKnowledge writeKnowledge;
    private final ReviseKnowledge reviseKnowledge;

    public KnowledgeResource(
            Call call,
            ViewKnowledge knowledge,
            WriteKnowledge writeKnowledge,
            ReviseKnowledge reviseKnowledge) {
        this.call = call;
        this.knowledge = knowledge;
        this.writeKnowledge = writeKnowledge;
        this.reviseKnowledge = reviseKnowledge;
    }

    @GET
    @Operation(
            operationId = "searchKnowledge",
            summary = "Search what a project knows",
            description =
                    "Pinned entries first, then high, normal and low ones; among these comes first what"
                            + " fits the words best, or without words what is newest.")
    public DataPageJson<KnowledgeJson> search(@BeanParam KnowledgeSearch search) {
        Caller caller = call.caller();
        var wanted = search.read();
        Page<KnowledgeEntry> page =
                knowledge.search(caller, wanted.query(), wanted.offset(), wanted.limit());
        return new DataPageJson<>(
                page.items().stream().map(KnowledgeJson::of).toList(), null, page.hasMore());
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Operation(operationId = "writeKnowledge", summary = "Add to what a project knows")
    public DataJson<KnowledgeJson> write(WriteKnowledgeJson given) {
        return DataJson.of(KnowledgeJson.of(writeKnowledge.handle(given.command(call.caller()))));
    }

    @GET
    @Path("/{knowledgeId}")
    @Operation(operationId = "getKnowledge", summary = "Read an entry as it is now")
    public DataJson<KnowledgeJson> get(@PathParam("knowledgeId") String knowledgeId) {
        return DataJson.of(
                KnowledgeJson.of(knowledge.find(call.caller(), PathIds.knowledge(knowledgeId))));
    }

    @PATCH
    @Path("/{knowledgeId}")
    @Idempotent
    @Operation(
            operationId = "reviseKnowledge",
            summary = "Give an entry its next version",
            description = "Earlier versions stay readable. Pinning is for owner and PM.")
    public RestResponse<DataJson<KnowledgeJson>> revise(
            @PathParam("knowledgeId") String knowledgeId, ReviseKnowledgeJson given) {
        return DataJson.done(
                KnowledgeJson.of(
                        reviseKnowledge.handle(
                                given.command(call.caller(), PathIds.knowledge(knowledgeId)))));
    }

    @GET
    @Path("/{knowledgeId}/versions")
    @Operation(
            operationId = "listKnowledgeVersions",
            summary = "Read an entry's versions, latest first")
    public DataPageJson<KnowledgeJson> versions(
            @PathParam("knowledgeId") String knowledgeId,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor")
                    @Parameter(description = "The `next_cursor` of the answer before.")
                    @Nullable String cursor) {
        Caller caller = call.caller();
        QueryReader reader = new QueryReader();
        int count = reader.limit(limit);
        Long before = reader.wholeNumber("cursor", cursor);
        reader.orThrow();
        Page<KnowledgeEntry> page =
                knowledge.versions(
                        caller,
                        PathIds.knowledge(knowledgeId),
                        before == null ? Integer.MAX_VALUE : clamped(before),
                        count);
        return new DataPageJson<>(
                page.items().stream().map(KnowledgeJson::of).toList(),
                page.hasMore() ? String.valueOf(page.items().getLast().version()) : null,
                page.hasMore());
    }

    @GET
    @Path("/{knowledgeId}/versions/{version}")
    @Operation(operationId = "getKnowledgeVersion", summary = "Read an entry as it was")
    public DataJson<KnowledgeJson> version(
            @PathParam("knowledgeId") String knowledgeId, @PathParam("version") String version) {
        Caller caller = call.caller();
        if (!VERSION.matcher(version).matches()) {
            throw new RefusedException(new NotFound("version"));
        }
        return DataJson.of(
                KnowledgeJson.of(
                        knowledge.find(
                                caller,
                                PathIds.knowledge(knowledgeId),
                                Integer.parseInt(version))));
    }

    private static int clamped(long number) {
        return (int) Math.min(number, Integer.MAX_VALUE);
    }
}
