package io.guildhall.rest.openpod;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.talk.PodTeam;
import io.guildhall.rest.openbounty.Client;
import io.restassured.response.Response;

/** A project's owner and worker, and somebody outside, each with its key. */
public final class PodScene {

    public static final String BASE = "/api/agent/v1";

    public final PodTeam team;
    public final Client owner;
    public final Client worker;
    public final Client outsider;
    public final String project;
    public final String channel;

    private PodScene(PodTeam team) {
        this.team = team;
        owner = new Client(team.keyOf(team.owner));
        worker = new Client(team.keyOf(team.worker));
        outsider = new Client(team.keyOf(team.outsider));
        project = team.project.toString();
        channel = team.general.id().toString();
    }

    public static PodScene of(InMemoryGuildhall guildhall) {
        return new PodScene(new PodTeam(guildhall));
    }

    /** The answer is a refusal in this door's envelope. */
    public static void assertRefused(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getMap("$")).containsOnlyKeys("error");
        assertThat(answer.<String>path("error.code")).isEqualTo(code);
        assertThat(answer.<String>path("error.message")).isNotBlank();
        assertThat(answer.<String>path("error.requestId")).isEqualTo(answer.header("X-Request-Id"));
    }
}
