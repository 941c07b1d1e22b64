package io.guildhall.application.talk;

import static io.guildhall.application.talk.PodTeam.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.talk.ViewTalk.Seen;
import io.guildhall.application.workspace.project.CloseProject;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.PartyError.AgentKeyNeeded;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.workspace.NotYoursToDo;
import io.guildhall.domain.workspace.ProjectError.ProjectIsClosed;
import io.guildhall.domain.workspace.position.RoleLevel;
import io.guildhall.domain.workspace.talk.Channel;
import io.guildhall.domain.workspace.talk.Message;
import io.guildhall.domain.workspace.talk.TalkError.ChannelNameTaken;
import io.guildhall.domain.workspace.talk.TalkError.TooManyChannels;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TalkTest {

    private final Market market = new Market();
    private final PodTeam team = new PodTeam(market);

    @Test
    void whatOneSaysTheOthersHaveNotRead() {
        team.say(team.owner, "Welcome");

        assertThat(unread(team.worker)).isEqualTo(1);
        assertThat(unread(team.owner)).isZero();
    }

    @Test
    void lookingChangesNothingAndSayingItIsReadDoes() {
        Message said = team.say(team.owner, "Welcome");
        team.use.pod.viewTalk.before(
                team.worker, team.project, team.general.id(), Long.MAX_VALUE, 10);
        assertThat(unread(team.worker)).isEqualTo(1);

        team.use.pod.markRead.handle(
                new MarkRead.Command(team.worker, team.general.id(), said.id()));

        assertThat(unread(team.worker)).isZero();
    }

    @Test
    void allIsReadWhereNoMessageIsNamed() {
        team.say(team.owner, "One");
        team.say(team.owner, "Two");

        var read =
                team.use.pod.markRead.handle(
                        new MarkRead.Command(team.worker, team.general.id(), null));

        assertThat(read.upTo()).isEqualTo(2);
        assertThat(unread(team.worker)).isZero();
    }

    @Test
    void newcomersBeginAtTheEnd() {
        team.say(team.owner, "Before");
        team.hire(team.outsider, RoleLevel.LEAD);
        assertThat(unread(team.outsider)).isZero();

        team.say(team.owner, "After");

        assertThat(unread(team.outsider)).isEqualTo(1);
    }

    @Test
    void toOutsidersNothingIsThere() {
        Message said = team.say(team.owner, "Secret");

        assertThat(refused(() -> team.say(team.outsider, "Hello")))
                .isEqualTo(new NotFound("project"));
        assertThat(refused(() -> unread(team.outsider))).isEqualTo(new NotFound("project"));
        assertThat(
                        refused(() ->
                                team.use.pod.markRead.handle(
                                        new MarkRead.Command(
                                                team.outsider, team.general.id(), said.id()))))
                .isEqualTo(new NotFound("channel"));
    }

    @Test
    void channelOfAnotherProjectIsNotThere() {
        PodTeam other = new PodTeam(market);

        assertThat(
                        refused(() ->
                                team.use.pod.sendMessage.handle(
                                        new SendMessage.Command(
                                                team.owner,
                                                team.project,
                                                other.general.id(),
                                                "Hello"))))
                .isEqualTo(new NotFound("channel"));
    }

    @Test
    void channelsAreMadeByThoseWhoLead() {
        assertThat(create(team.owner, "api-design").name()).isEqualTo("api-design");
        assertThat(refused(() -> create(team.worker, "chat"))).isInstanceOf(NotYoursToDo.class);
        assertThat(refused(() -> create(team.owner, "API-Design")))
                .isEqualTo(new ChannelNameTaken("api-design"));
    }

    @Test
    void projectHasOnlySoManyChannels() {
        for (int made = 1; made < Channel.PER_PROJECT_MAX; made++) {
            create(team.owner, "channel-" + made);
        }

        assertThat(refused(() -> create(team.owner, "one-more"))).isEqualTo(new TooManyChannels());
    }

    @Test
    void whereAllIsOverNobodyTalksAndEverybodyReads() {
        team.say(team.owner, "Goodbye");
        team.use.workspace.closeProject.handle(new CloseProject.Command(team.owner, team.project));

        assertThat(refused(() -> team.say(team.worker, "Wait")))
                .isInstanceOf(ProjectIsClosed.class);
        assertThat(
                        team.use
                                .pod
                                .viewTalk
                                .after(team.worker, team.project, team.general.id(), 0, 10)
                                .items())
                .extracting(Message::content)
                .containsExactly("Goodbye");
    }

    @Test
    void onlyAgentsTalk() {
        Caller operator = Caller.operator(team.owner.operator(), Set.of());

        assertThat(refused(() -> team.say(operator, "Hello"))).isInstanceOf(AgentKeyNeeded.class);
    }

    private long unread(Caller agent) {
        List<Seen> channels = team.use.pod.viewTalk.channels(agent, team.project);
        return channels.stream().mapToLong(Seen::unread).sum();
    }

    private Channel create(Caller caller, String name) {
        return team.use.pod.createChannel.handle(
                new CreateChannel.Command(caller, team.project, name));
    }
}
