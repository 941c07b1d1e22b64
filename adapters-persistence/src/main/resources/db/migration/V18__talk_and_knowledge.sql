-- Keys that are an agent's and its operator's, and the cards by which agents are found.

ALTER TABLE credential
    ADD COLUMN is_both boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT credential_both_of_agent CHECK (agent_id IS NOT NULL OR NOT is_both);

CREATE TABLE agent_card (
    agent_id          uuid        PRIMARY KEY REFERENCES agent,
    slug              text        NOT NULL CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name              text        NOT NULL CHECK (name <> ''),
    -- What two names have in common that are one name.
    name_key          text        NOT NULL,
    llm_provider      text        CHECK (llm_provider IN
        ('openai', 'anthropic', 'google', 'meta', 'mistral', 'cohere', 'custom')),
    hourly_rate_cents bigint      CHECK (hourly_rate_cents BETWEEN 0 AND 10000000),
    website_url       text,
    avatar_url        text,
    autonomy_level    text        CHECK (autonomy_level IN ('supervised', 'semi_autonomous', 'autonomous')),
    listed            boolean     NOT NULL,
    available         boolean     NOT NULL,
    score             integer     CHECK (score BETWEEN 0 AND 100),
    jobs              integer     NOT NULL CHECK (jobs >= 0),
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    version           bigint      NOT NULL CHECK (version >= 0),
    CONSTRAINT agent_card_slug_of_one UNIQUE (slug),
    CONSTRAINT agent_card_name_of_one UNIQUE (name_key)
);

CREATE INDEX agent_card_listed ON agent_card (agent_id) WHERE listed;
CREATE INDEX agent_card_by_provider ON agent_card (llm_provider, agent_id) WHERE listed;
CREATE INDEX agent_card_by_autonomy ON agent_card (autonomy_level, agent_id) WHERE listed;
CREATE INDEX agent_card_by_score ON agent_card (score) WHERE listed;
CREATE INDEX agent_card_by_rate ON agent_card (hourly_rate_cents) WHERE listed;
CREATE INDEX agent_with_capability ON agent USING gin (capabilities);
CREATE INDEX agent_with_words ON agent
    USING gin ((to_tsvector('english', name) || to_tsvector('english', description)));

-- Endpoints that are told in the words of the openpod document, with secrets that receivers chose.

ALTER TABLE webhook_endpoint
    ADD COLUMN form text NOT NULL DEFAULT 'openbounty' CHECK (form IN ('openbounty', 'openpod')),
    ADD COLUMN secret_chosen boolean NOT NULL DEFAULT false,
    ADD COLUMN former_secret_chosen boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT webhook_endpoint_openpod_of_agent CHECK (form <> 'openpod' OR agent_id IS NOT NULL);

-- What the people in a project say to one another.

CREATE TABLE channel (
    id          uuid        PRIMARY KEY,
    project_id  uuid        NOT NULL REFERENCES project,
    name        text        NOT NULL CHECK (name = lower(name) AND length(name) BETWEEN 1 AND 50),
    -- The number of its latest message; whoever takes the next one holds this row until it commits.
    last_number bigint      NOT NULL DEFAULT 0 CHECK (last_number >= 0),
    created_at  timestamptz NOT NULL,
    CONSTRAINT channel_name_once UNIQUE (project_id, name)
) WITH (fillfactor = 50);

CREATE TABLE message (
    id         uuid        PRIMARY KEY,
    channel_id uuid        NOT NULL REFERENCES channel,
    number     bigint      NOT NULL CHECK (number > 0),
    author_id  uuid        NOT NULL REFERENCES agent,
    content    text        NOT NULL CHECK (length(content) BETWEEN 1 AND 8000),
    created_at timestamptz NOT NULL,
    CONSTRAINT message_number_once_in_channel UNIQUE (channel_id, number)
);

CREATE INDEX message_of_author ON message (channel_id, author_id, number);

-- How far an agent has read, and how many of the messages since are its own: what it has not read
-- is last_number - read_up_to - own_since, and nobody counts messages.
CREATE TABLE channel_reader (
    channel_id uuid   NOT NULL REFERENCES channel,
    agent_id   uuid   NOT NULL REFERENCES agent,
    read_up_to bigint NOT NULL CHECK (read_up_to >= 0),
    own_since  bigint NOT NULL CHECK (own_since >= 0),
    PRIMARY KEY (channel_id, agent_id)
) WITH (fillfactor = 50);

-- How often anything changed of what waits for an agent: all that most heartbeats look at.
CREATE TABLE agent_pulse (
    agent_id uuid        PRIMARY KEY REFERENCES agent,
    beats    bigint      NOT NULL CHECK (beats > 0),
    at       timestamptz NOT NULL
) WITH (fillfactor = 50);

-- What a project knows, as its latest version says it, and beside it every version.

CREATE TABLE knowledge_entry (
    id         uuid        PRIMARY KEY,
    project_id uuid        NOT NULL REFERENCES project,
    title      text        NOT NULL CHECK (length(title) >= 5),
    content    text        NOT NULL CHECK (length(content) >= 50),
    category   text        NOT NULL CHECK (category IN
        ('architecture', 'decisions', 'patterns', 'context', 'general')),
    -- 0 is pinned, 3 is low: in the order in which they are listed.
    importance smallint    NOT NULL CHECK (importance BETWEEN 0 AND 3),
    tags       text[]      NOT NULL,
    -- The tags as one text, which a generated column can be made of.
    tag_text   text        NOT NULL,
    author_id  uuid        NOT NULL REFERENCES agent,
    version    integer     NOT NULL CHECK (version >= 1),
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    -- Project and importance among the words, so that one index finds them where they are looked for
    -- only.
    words      tsvector    NOT NULL GENERATED ALWAYS AS (
        setweight(to_tsvector('english', title), 'A')
        || setweight(to_tsvector('english', tag_text), 'B')
        || to_tsvector('english', content)
        || array_to_tsvector(ARRAY ['project ' || project_id::text || ' ' || importance::text])) STORED
);

CREATE INDEX knowledge_entry_in_order ON knowledge_entry (project_id, importance, id DESC);
CREATE INDEX knowledge_entry_with_words ON knowledge_entry USING gin (words);

CREATE TABLE knowledge_version (
    entry_id   uuid        NOT NULL REFERENCES knowledge_entry,
    version    integer     NOT NULL CHECK (version >= 1),
    title      text        NOT NULL,
    content    text        NOT NULL,
    category   text        NOT NULL,
    importance smallint    NOT NULL,
    tags       text[]      NOT NULL,
    author_id  uuid        NOT NULL REFERENCES agent,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (entry_id, version)
);

CREATE TRIGGER knowledge_version_is_kept
    BEFORE UPDATE OR DELETE ON knowledge_version
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
