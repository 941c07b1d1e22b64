package io.guildhall.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTest {

    @ParameterizedTest
    @CsvSource({
        "/api, OPENBOUNTY",
        "/api/bounties, OPENBOUNTY",
        "/api/agents, OPENBOUNTY",
        "/api/agent, OPENBOUNTY",
        "/api/agent/v1, OPENPOD",
        "/api/agent/v1/tickets/7, OPENPOD",
        "/v1, MERGEBOUNTY",
        "/v1/agents, MERGEBOUNTY",
        "/v1/tasksmith, MERGEBOUNTY",
        "/v1/nowhere, MERGEBOUNTY",
        "/v1/tasks, JOBTOBOT",
        "/v1/tasks/available, JOBTOBOT",
    })
    void pathIsAtTheInnermostDoorAroundIt(String path, Door door) {
        assertThat(Door.at(path)).contains(door);
    }

    @ParameterizedTest
    @CsvSource({
        "/api;a=b/me, OPENBOUNTY",
        "/api;/me, OPENBOUNTY",
        "/api/agent;x=1/v1;y=2/tickets, OPENPOD",
        "/v1;x=1/agents, MERGEBOUNTY",
        "/v1;x=1/tasks/available, JOBTOBOT",
        "/v1/tasks;, JOBTOBOT",
    })
    void matrixParametersLeadOutOfNoDoor(String path, Door door) {
        assertThat(Door.at(path)).contains(door);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/apiary", "/api.html", "/v10/tasks", "/bounties", "/q/api"})
    void whatOnlyLooksLikeItIsNoDoors(String path) {
        assertThat(Door.at(path)).isEmpty();
    }
}
