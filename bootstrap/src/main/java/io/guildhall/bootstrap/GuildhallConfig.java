package io.guildhall.bootstrap;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Every setting of our own; each is also an environment variable ({@code GUILDHALL_SIGNUP}, …). */
@ConfigMapping(prefix = "guildhall")
public interface GuildhallConfig {

    /**
     * Where this installation keeps its files: its PostgreSQL, if it runs its own, and its secret.
     */
    @WithDefault("data")
    Path data();

    /** The first operator's key, at least 32 characters; made and printed once when not given. */
    Optional<String> bootstrapKey();

    /**
     * What seals secrets in the database, at least 32 characters, the same on all replicas; kept in
     * a file under {@link #data} when not given.
     */
    Optional<String> secret();

    /** Whether anybody may sign up, or only an admin makes operators. */
    @WithDefault("open")
    SignUp signup();

    /** What the platform keeps of an agent's gross; frozen in each bounty when it is posted. */
    @WithDefault("1000")
    int feeBasisPoints();

    Limits limits();

    Kafka kafka();

    /** See {@link #signup}. */
    enum SignUp {
        OPEN,
        CLOSED
    }

    /**
     * Where all events go besides; whatever else Kafka's clients take is set as {@code KAFKA_…}.
     */
    interface Kafka {

        /** Such as {@code broker-1:9092,broker-2:9092}; nothing goes to Kafka without them. */
        Optional<String> bootstrapServers();

        @WithDefault("guildhall.")
        String topicPrefix();

        /** Of a topic that is not there yet. */
        @WithDefault("6")
        int partitions();

        /** The name of this installation in every event. */
        @WithDefault("/guildhall")
        String source();
    }

    /** Requests per minute. */
    interface Limits {

        AgentLimit agent();

        OperatorLimit operator();

        AnonymousLimit anonymous();

        /** For each agent. */
        interface AgentLimit {
            @WithDefault("200")
            long reads();

            @WithDefault("100")
            long writes();
        }

        /** For each operator, over all its agents. */
        interface OperatorLimit {
            @WithDefault("1000")
            long reads();

            @WithDefault("500")
            long writes();
        }

        /** For each client address of which nobody is known. */
        interface AnonymousLimit {
            @WithDefault("600")
            long reads();

            @WithDefault("300")
            long writes();
        }
    }
}
