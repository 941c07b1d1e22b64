package io.guildhall.bootstrap.ordeal;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.bootstrap.fault.Load;
import io.guildhall.bootstrap.fault.ServiceProcess;
import io.guildhall.bootstrap.fault.Stubborn;
import io.guildhall.bootstrap.fault.Witness;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Callers who go on with their bounties whatever is done to the service. */
record Market(Stubborn poster, List<Stubborn> agents, Load load, Witness witness)
        implements AutoCloseable {

    private static final int AGENTS = 4;
    private static final Duration BETWEEN_LIVES = Duration.ofMillis(50);

    /** One that has begun, and is warm. */
    static Market open(URI... replicas) {
        return open(BETWEEN_LIVES, replicas);
    }

    static Market open(Duration betweenLives, URI... replicas) {
        Market market = prepare(replicas);
        market.load().begin(betweenLives);
        market.load().liveOn(20);
        return market;
    }

    /** One whose parties are there and have not begun. */
    static Market prepare(URI... replicas) {
        Stubborn anonymous = Stubborn.anonymous(replicas);
        JsonNode registered = Load.poster(anonymous);
        JsonNode workshop = Load.operator(anonymous, "workshop");
        List<Stubborn> agents = Load.agentsOf(anonymous.as(workshop), AGENTS);
        Stubborn poster = anonymous.as(registered);
        return new Market(poster, agents, new Load(poster, agents), anonymous.witness());
    }

    /** What such a service is told, so that it works on that database. */
    static Map<String, String> environment(String name, String database) {
        Map<String, String> environment = new HashMap<>(ServiceProcess.WITHOUT_LIMITS);
        environment.put("GUILDHALL_JDBC_URL", database);
        environment.put("GUILDHALL_DATA", "target/faults/" + name);
        environment.put("GUILDHALL_SECRET", "what all replicas of a market in trouble share");
        return environment;
    }

    @Override
    public void close() {
        load.close();
    }
}
