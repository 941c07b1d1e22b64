package io.guildhall.application.talk;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.workspace.Team;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.talk.Channel;
import io.guildhall.domain.workspace.talk.ChannelId;
import io.guildhall.domain.workspace.talk.Channels;
import io.guildhall.domain.workspace.talk.TalkError.ChannelNameTaken;
import io.guildhall.domain.workspace.talk.TalkError.TooManyChannels;
import java.util.List;

/** Opens a channel of a project to its whole team. */
public final class CreateChannel {

    private final UseCaseContext context;
    private final Team team;
    private final Channels channels;

    public CreateChannel(UseCaseContext context, Team team, Channels channels) {
        this.context = context;
        this.team = team;
        this.channels = channels;
    }

    public record Command(Caller caller, ProjectId project, String name) {}

    public Channel handle(Command command) {
        return context.transactions()
                .run(() -> {
                    team.lockInside(command.caller(), command.project(), "project")
                            .mayDo(Act.CREATE_CHANNEL)
                            .project()
                            .mustBeOpen();
                    Channel channel =
                            Channel.create(
                                            new ChannelId(context.ids().next()),
                                            command.project(),
                                            command.name(),
                                            context.clock().instant())
                                    .orThrow()
                                    .state();
                    requireRoom(channel, channels.ofProject(command.project()));
                    channels.add(channel);
                    return channel;
                });
    }

    private static void requireRoom(Channel channel, List<Channel> others) {
        if (others.stream().anyMatch(other -> other.name().equals(channel.name()))) {
            throw new RefusedException(new ChannelNameTaken(channel.name()));
        }
        if (others.size() >= Channel.PER_PROJECT_MAX) {
            throw new RefusedException(new TooManyChannels());
        }
    }
}
