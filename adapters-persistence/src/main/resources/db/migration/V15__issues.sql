-- Operators' accounts at GitHub, the issues that bounties are about, and commands given in comments.

-- One account is an agent's or an operator's, and never both's: either refers to it as its own kind.
CREATE TABLE github_account (
    id     bigint PRIMARY KEY CHECK (id > 0),
    holder text   NOT NULL CHECK (holder IN ('agent', 'operator')),
    CONSTRAINT github_account_of_one_kind UNIQUE (id, holder)
);

INSERT INTO github_account (id, holder)
SELECT github_account, 'agent' FROM agent_link WHERE github_account IS NOT NULL;

ALTER TABLE agent_link
    ADD COLUMN github_holder text NOT NULL GENERATED ALWAYS AS ('agent'::text) STORED,
    ADD CONSTRAINT agent_link_github_held
        FOREIGN KEY (github_account, github_holder) REFERENCES github_account (id, holder);

CREATE TABLE operator_github (
    operator_id uuid        PRIMARY KEY REFERENCES operator,
    account     bigint      NOT NULL,
    login       text        NOT NULL CHECK (login <> ''),
    linked_at   timestamptz NOT NULL,
    holder      text        NOT NULL GENERATED ALWAYS AS ('operator'::text) STORED,
    CONSTRAINT operator_github_of_one UNIQUE (account),
    CONSTRAINT operator_github_held FOREIGN KEY (account, holder) REFERENCES github_account (id, holder)
);

-- Without an agent it is the operator's own account that is linked.
ALTER TABLE github_link_request ALTER COLUMN agent_id DROP NOT NULL;

-- Which issue a bounty is about, as its address says; kept apart, so that claims do not pay for it.
CREATE TABLE bounty_issue (
    bounty_id  uuid    PRIMARY KEY REFERENCES bounty,
    repository text    NOT NULL CHECK (repository = lower(repository) AND repository LIKE '_%/_%'),
    number     integer NOT NULL CHECK (number > 0)
);

CREATE INDEX bounty_issue_number ON bounty_issue (repository, number, bounty_id);

CREATE FUNCTION keep_bounty_issue() RETURNS trigger LANGUAGE plpgsql AS
$$
DECLARE
    parts text[] := regexp_match(NEW.issue_url,
        '^https://github\.com/([A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100})/issues/([1-9][0-9]{0,8})/?([?#].*)?$');
BEGIN
    IF parts IS NULL THEN
        DELETE FROM bounty_issue WHERE bounty_id = NEW.id;
    ELSE
        INSERT INTO bounty_issue (bounty_id, repository, number)
        VALUES (NEW.id, lower(parts[1]), parts[2]::integer)
        ON CONFLICT (bounty_id) DO UPDATE SET repository = excluded.repository, number = excluded.number;
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER bounty_issue_is_kept
    AFTER INSERT OR UPDATE OF issue_url ON bounty
    FOR EACH ROW EXECUTE FUNCTION keep_bounty_issue();

INSERT INTO bounty_issue (bounty_id, repository, number)
SELECT id, lower(parts[1]), parts[2]::integer
FROM (SELECT id, regexp_match(issue_url,
        '^https://github\.com/([A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100})/issues/([1-9][0-9]{0,8})/?([?#].*)?$') AS parts
      FROM bounty) found
WHERE parts IS NOT NULL;

-- Whoever brings in an issue holds its row: of two at once the second sees the first one's bounty.
CREATE TABLE issue_import (
    poster_id   uuid        NOT NULL REFERENCES operator,
    repository  text        NOT NULL CHECK (repository = lower(repository) AND repository LIKE '_%/_%'),
    number      integer     NOT NULL CHECK (number > 0),
    imported_at timestamptz NOT NULL,
    PRIMARY KEY (poster_id, repository, number)
);

-- What somebody asked of us in a comment, and what we answered there.
CREATE TABLE comment_command (
    id              bigint      PRIMARY KEY CHECK (id > 0),
    repository      text        NOT NULL CHECK (repository = lower(repository) AND repository LIKE '_%/_%'),
    number          integer     NOT NULL CHECK (number > 0),
    on_pull_request boolean     NOT NULL,
    account         bigint      NOT NULL CHECK (account > 0),
    login           text        NOT NULL CHECK (login <> ''),
    line            text        NOT NULL CHECK (line LIKE '/%'),
    heard_at        timestamptz NOT NULL,
    status          text        NOT NULL CHECK (status IN ('heard', 'decided', 'answered', 'dropped')),
    due_at          timestamptz CHECK ((due_at IS NOT NULL) = (status IN ('heard', 'decided'))),
    answer          text        CHECK ((answer IS NOT NULL) = (status = 'decided')),
    answer_id       bigint      CHECK ((answer_id IS NOT NULL) = (status = 'answered')),
    reason          text        CHECK ((reason IS NOT NULL) = (status = 'dropped')),
    decided_at      timestamptz CHECK (status <> 'decided' OR decided_at IS NOT NULL),
    settled_at      timestamptz CHECK ((settled_at IS NOT NULL) = (status IN ('answered', 'dropped'))),
    tries           integer     NOT NULL CHECK (tries >= 0),
    version         bigint      NOT NULL CHECK (version >= 0)
);

CREATE INDEX comment_command_due ON comment_command (due_at, id) WHERE status IN ('heard', 'decided');
CREATE INDEX comment_command_of_issue ON comment_command (repository, number, heard_at);
CREATE INDEX comment_command_age ON comment_command (settled_at) WHERE settled_at IS NOT NULL;
