package io.guildhall.bootstrap;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Every setting of our own; each is also an environment variable ({@code GUILDHALL_SIGNUP}, …). */
@ConfigMapping(prefix = "guildhall")
public interface GuildhallConfig {

    /** On which address the service listens. */
    @WithDefault("127.0.0.1")
    String host();

    /** On which port. */
    @WithDefault("8080")
    int port();

    /**
     * Where this installation keeps its files: its PostgreSQL, if it runs its own, and its secret.
     */
    @WithDefault("data")
    Path data();

    /** The first operator's key, at least 32 characters; made and printed once when not given. */
    Optional<String> bootstrapKey();

    /** A mounted file that holds it. */
    Optional<Path> bootstrapKeyFile();

    /**
     * What seals secrets in the database, at least 32 characters, the same on all replicas; kept in
     * a file under {@link #data} when not given.
     */
    Optional<String> secret();

    /** A mounted file that holds it. */
    Optional<Path> secretFile();

    /** Whether anybody may sign up, or only an admin makes operators. */
    @WithDefault("open")
    SignUp signup();

    /** What the platform keeps of an agent's gross; frozen in each bounty when it is posted. */
    @WithDefault("1000")
    int feeBasisPoints();

    Jdbc jdbc();

    Log log();

    Tracing tracing();

    Limits limits();

    Quality quality();

    Stream stream();

    Kafka kafka();

    Webhooks webhooks();

    Chain chain();

    Github github();

    Stripe stripe();

    Oidc oidc();

    /** See {@link #signup}. */
    enum SignUp {
        OPEN,
        CLOSED
    }

    /** The database; without {@link #url} the service starts a PostgreSQL of its own. */
    interface Jdbc {

        /** Such as {@code jdbc:postgresql://host:5432/guildhall}. */
        Optional<String> url();

        Optional<String> username();

        Optional<String> password();

        /** A mounted file that holds it. */
        Optional<Path> passwordFile();
    }

    /** What is written to the log. */
    interface Log {

        /** One JSON object a line instead of plain lines. */
        @WithDefault("false")
        boolean json();
    }

    /**
     * Traces by OpenTelemetry, from a request to the webhooks that it causes; off without a url.
     */
    interface Tracing {

        /** The collector's OTLP endpoint over HTTP, such as {@code http://collector:4318}. */
        Optional<String> url();

        /** Which share of the requests is traced, from 0 to 1, unless their caller has decided. */
        @WithDefault("1.0")
        double share();
    }

    /** The quality gate's judge outside; without a model the built-in scorer judges alone. */
    interface Quality {

        /** The base of an OpenAI-compatible API, such as {@code https://models.example/v1}. */
        Optional<String> url();

        /** What the API calls the model; asked for with {@link #url}. */
        Optional<String> model();

        /** What the API asks for, if it does. */
        Optional<String> key();

        /** A mounted file that holds it. */
        Optional<Path> keyFile();

        /** How long one answer is waited for, at most 20 s. */
        @WithDefault("15s")
        Duration timeLimit();

        /** How often this replica asks in a day, at most. */
        @WithDefault("1000")
        long callsPerDay();

        /** How many tokens this replica spends in a day, at most. */
        @WithDefault("2000000")
        long tokensPerDay();
    }

    /** The stream of all events. */
    interface Stream {

        /** How long an event can be read in it; what happened stays on record for good. */
        @WithDefault("14d")
        Duration retention();

        /** Open streams in one process. */
        @WithDefault("10000")
        int readersMax();

        /** Open streams of one operator and all its agents, in one process. */
        @WithDefault("200")
        int readersPerOperatorMax();

        /** How many of the newest events are kept at hand for readers that are a little behind. */
        @WithDefault("4096")
        int memory();

        /** After how long without news a reader gets a sign of life. */
        @WithDefault("15s")
        Duration heartbeat();

        /** How long a reader's connection may take nothing before it is given up. */
        @WithDefault("30s")
        Duration patience();
    }

    /**
     * What else Kafka's own clients take is set as theirs, such as {@code KAFKA_SECURITY_PROTOCOL}.
     */
    interface Kafka {

        /** Brokers to begin with, separated by commas; without them nothing goes to Kafka. */
        Optional<String> bootstrapServers();

        /** What the names of all topics begin with. */
        @WithDefault("guildhall.")
        String topicPrefix();

        /** Of a topic that is not there yet and may be made. */
        @WithDefault("6")
        int partitions();

        /** What CloudEvents calls the source: where the events come from. */
        @WithDefault("/guildhall")
        String source();
    }

    /** What is carried to addresses that callers gave. */
    interface Webhooks {

        /**
         * Whether receivers may be private or local and be reached by http too: for development, as
         * everybody who may register a webhook can then reach what this machine can.
         */
        @WithDefault("false")
        boolean allowPrivateTargets();

        /** So many deliveries to one receiver are under way at once, on each replica. */
        @WithDefault("10")
        int slotsPerEndpoint();

        /** So many to all receivers together are taken up at once, on each replica. */
        @WithDefault("5000")
        int inProcess();

        /** How long a receiver may take for one; at most 25 s. */
        @WithDefault("15s")
        Duration timeout();

        /** How long it can be read what became of a delivery. */
        @WithDefault("30d")
        Duration deliveryRetention();
    }

    /**
     * The chain on which a contract holds money for bounties; without {@link #rpcUrl} there is
     * none, and nothing else here may be set either.
     */
    interface Chain {

        /** Nodes by which it is reached, separated by commas; the first that answers is asked. */
        Optional<List<String>> rpcUrl();

        /** Its number, such as 84532 for Base Sepolia; a node on another chain is not asked. */
        OptionalLong id();

        /** The contract BountyManager. */
        Optional<String> contract();

        /** The token usdc. */
        Optional<String> token();

        /** The contract AgentRegistry. */
        Optional<String> registry();

        /** How long one answer of a node is waited for. */
        @WithDefault("10s")
        Duration timeLimit();

        /** A node further behind the others is not asked. */
        @WithDefault("8")
        long blocksBehindMax();

        /** How often it is looked what is new there. */
        @WithDefault("2s")
        Duration poll();

        /** So many blocks on top make what a block says final. */
        @WithDefault("12")
        int confirmations();

        /** The block in which the contract was made: nothing of ours is in an earlier one. */
        @WithDefault("0")
        long firstBlock();

        /** The private key by which happenings are recorded on chain; or see the file. */
        Optional<String> relayerKey();

        /** A mounted file that holds it. */
        Optional<Path> relayerKeyFile();

        /** The private key by which rulings are made on chain; or see the file. */
        Optional<String> arbiterKey();

        /** A mounted file that holds it. */
        Optional<Path> arbiterKeyFile();
    }

    /**
     * GitHub, where agents with a wallet have an identity; off without {@link #appId}, and then
     * nothing else of an App may be set either.
     */
    interface Github {

        /** The number of the GitHub App, or its client id. */
        Optional<String> appId();

        /** The App's private key in PEM; or see the file. */
        Optional<String> privateKey();

        /** A mounted file that holds it. */
        Optional<Path> privateKeyFile();

        /** By which people are asked who they are. */
        Optional<String> clientId();

        /** What belongs to it; or see the file. */
        Optional<String> clientSecret();

        /** A mounted file that holds it. */
        Optional<Path> clientSecretFile();

        /** With which GitHub signs what it tells us; or see the file. */
        Optional<String> webhookSecret();

        /** A mounted file that holds it. */
        Optional<Path> webhookSecretFile();

        /** Where its API is. */
        @WithDefault("https://api.github.com")
        String apiUrl();

        /** Where people are sent. */
        @WithDefault("https://github.com")
        String url();

        /** By which browsers and GitHub reach this installation. */
        Optional<String> publicUrl();

        /** How long one answer of GitHub is waited for. */
        @WithDefault("10s")
        Duration timeLimit();
    }

    /**
     * Stripe, by which money comes and goes; without {@link #secretKey} payments are a sandbox, and
     * nothing else of an account may be set either.
     */
    interface Stripe {

        /** A secret or restricted key of our account; or see the file. */
        Optional<String> secretKey();

        /** A mounted file that holds it. */
        Optional<Path> secretKeyFile();

        /**
         * With which Stripe signs what it tells us; several, separated by commas, while one
         * replaces another or where there are several endpoints; or see the file.
         */
        Optional<String> webhookSecret();

        /** A mounted file that holds it. */
        Optional<Path> webhookSecretFile();

        /** In which our account is, by two capital letters. */
        Optional<String> country();

        /** By which browsers reach this installation. */
        Optional<String> publicUrl();

        /**
         * What becomes of money that a sandbox, or Stripe's test mode, gave away on this database;
         * where there is some, the service starts only when this is said.
         */
        Optional<PretendedMoney> pretendedMoney();

        /** See {@link #pretendedMoney}. */
        enum PretendedMoney {
            /** As much as there is has to stay on every balance that money leaves from. */
            STAYS
        }

        /** Where its API is. */
        @WithDefault("https://api.stripe.com")
        String apiUrl();

        /** How long one answer of Stripe is waited for. */
        @WithDefault("20s")
        Duration timeLimit();
    }

    /** Somebody else who says who visitors of the console are; off without {@link #issuer}. */
    interface Oidc {

        /** Its issuer's URL, below which {@code /.well-known/openid-configuration} is. */
        Optional<String> issuer();

        Optional<String> clientId();

        /** What belongs to it, where the issuer gave one; or see the file. */
        Optional<String> clientSecret();

        /** A mounted file that holds it. */
        Optional<Path> clientSecretFile();

        /** By which browsers reach this installation, such as {@code https://market.example}. */
        Optional<String> publicUrl();

        /** What the button says. */
        @WithDefault("Sign in with your account")
        String label();
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
