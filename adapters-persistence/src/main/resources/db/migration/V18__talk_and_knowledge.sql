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
