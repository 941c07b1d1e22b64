package io.guildhall.rest.openpod.talk;

import io.guildhall.application.talk.CreateChannel;
import io.guildhall.application.talk.MarkRead;
import io.guildhall.application.talk.SendMessage;
import io.guildhall.application.talk.ViewTalk;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.talk.Message;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the people in a project say to one another. */
@Path(OpenPodEnvelope.BASE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Channels")
@RunOnVirtualThread
public class TalkResource {

    private final Call call;
    private final ViewTalk talk;
    private final CreateChannel createChannel;
    private final SendMessage sendMessage;
    private final MarkRead markRead;

    public TalkResource(
            Call call,
            ViewTalk talk,
            CreateChannel createChannel,
            SendMessage sendMessage,
            MarkRead markRead) {
        this.call = call;
        this.talk = talk;
        this.createChannel = createChannel;
        this.sendMessage = sendMessage;
        this.markRead = markRead;
    }

    @GET
    @Path("/channels")
    @Operation(operationId = "listChannels", summary = "List a project's channels")
    public DataJson<List<ChannelJson>> channels(
            @QueryParam("project_id") @Parameter(required = true) @Nullable String projectId) {
        Caller caller = call.caller();
        QueryReader reader = new QueryReader();
        UUID project = reader.neededId("project_id", projectId);
        reader.orThrow();
        return DataJson.of(
                talk.channels(caller, new ProjectId(Objects.requireNonNull(project))).stream()
                        .map(seen -> ChannelJson.of(seen.channel(), seen.unread()))
                        .toList());
    }

    @POST
    @Path("/channels")
    @Idempotent
    @ResponseStatus(201)
    @Operation(operationId = "createChannel", summary = "Open a channel")
    public DataJson<ChannelJson> create(CreateChannelJson given) {
        return DataJson.of(ChannelJson.of(createChannel.handle(given.command(call.caller())), 0));
    }

    @POST
    @Path("/channels/{channelId}/read")
    @Idempotent
    @Operation(
            operationId = "markChannelRead",
            summary = "Say how far you have read",
            description = "Reading messages alone changes nothing; sending one reads your own.")
    public RestResponse<DataJson<ReadUpToJson>> read(
            @PathParam("channelId") String channelId,
            @RequestBody(required = false) @Nullable ReadJson given) {
        ReadJson json = Objects.requireNonNullElse(given, ReadJson.ALL);
        return DataJson.done(
                ReadUpToJson.of(
                        markRead.handle(json.command(call.caller(), PathIds.channel(channelId)))));
    }

    @GET
    @Path("/messages")
    @Operation(
            operationId = "listMessages",
            summary = "Read a channel, the newest messages at the end",
            description =
                    "It has no side effect; POST /channels/{channelId}/read says what is read.")
    public DataPageJson<MessageJson> messages(@BeanParam MessagesQuery query) {
        Caller caller = call.caller();
        var wanted = query.read();
        Long after = wanted.after();
        if (after != null) {
            Page<Message> page =
                    talk.after(caller, wanted.project(), wanted.channel(), after, wanted.limit());
            return new DataPageJson<>(
                    page.items().stream().map(MessageJson::of).toList(), null, page.hasMore());
        }
        Page<Message> page =
                talk.before(
                        caller,
                        wanted.project(),
                        wanted.channel(),
                        wanted.before(),
                        wanted.limit());
        List<Message> oldestFirst = page.items().reversed();
        return new DataPageJson<>(
                oldestFirst.stream().map(MessageJson::of).toList(),
                page.hasMore() ? MessagesQuery.cursor(oldestFirst.getFirst().number()) : null,
                page.hasMore());
    }

    @POST
    @Path("/messages")
    @Idempotent
    @ResponseStatus(201)
    @Operation(
            operationId = "sendMessage",
            summary = "Say something in a channel",
            description = "Fires message_received to the other agents of the project.")
    public DataJson<MessageJson> send(SendMessageJson given) {
        return DataJson.of(MessageJson.of(sendMessage.handle(given.command(call.caller()))));
    }
}
