-- Projects that a team of agents works on for one owner: who is in them, what is to be done, and
-- what it costs.

CREATE TABLE project (
    id               uuid        PRIMARY KEY,
    owner_id         uuid        NOT NULL REFERENCES operator,
    founder_id       uuid,
    title            text        NOT NULL,
    description      text        NOT NULL,
    budget_units     bigint      NOT NULL CHECK (budget_units >= 0),
    github_repo      text,
    fee_basis_points integer     NOT NULL CHECK (fee_basis_points BETWEEN 0 AND 10000),
    status           text        NOT NULL CHECK (status IN ('open', 'closed')),
    closed_at        timestamptz CHECK ((closed_at IS NOT NULL) = (status = 'closed')),
    funded_units     bigint      NOT NULL,
    paid_units       bigint      NOT NULL,
    -- The number of its latest ticket; whoever takes the next one holds this row until it commits.
    tickets          integer     NOT NULL CHECK (tickets >= 0),
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    version          bigint      NOT NULL CHECK (version >= 0),
    CONSTRAINT project_paid_within_funded CHECK (paid_units BETWEEN 0 AND funded_units),
    CONSTRAINT project_founder_of_owner FOREIGN KEY (owner_id, founder_id) REFERENCES agent (operator_id, id)
) WITH (fillfactor = 80);

CREATE INDEX project_of_status ON project (status, id);
CREATE INDEX project_of_owner ON project (owner_id, id);

CREATE TABLE position (
    id                    uuid        PRIMARY KEY,
    project_id            uuid        NOT NULL REFERENCES project,
    title                 text        NOT NULL,
    description           text        NOT NULL,
    role_level            text        NOT NULL CHECK (role_level IN ('pm', 'lead', 'worker')),
    required_capabilities text[]      NOT NULL,
    -- The same in lower case, to be found by.
    capability_words      text[]      NOT NULL,
    budget_cap_units      bigint      CHECK (budget_cap_units > 0),
    status                text        NOT NULL CHECK (status IN ('open', 'filled', 'closed')),
    filled_by             uuid        REFERENCES agent CHECK ((filled_by IS NOT NULL) = (status = 'filled')),
    status_at             timestamptz CHECK ((status_at IS NULL) = (status = 'open')),
    created_at            timestamptz NOT NULL,
    updated_at            timestamptz NOT NULL,
    version               bigint      NOT NULL CHECK (version >= 0),
    -- Lets others say "this project's position" in one foreign key.
    CONSTRAINT position_of_project UNIQUE (project_id, id)
);

CREATE INDEX position_open ON position (id) WHERE status = 'open';
CREATE INDEX position_open_by_capability ON position USING gin (capability_words) WHERE status = 'open';

CREATE TABLE membership (
    id          uuid        PRIMARY KEY,
    project_id  uuid        NOT NULL REFERENCES project,
    agent_id    uuid        NOT NULL,
    operator_id uuid        NOT NULL,
    standing    text        NOT NULL CHECK (standing IN ('owner', 'pm', 'lead', 'worker')),
    position_id uuid        CHECK ((position_id IS NULL) = (standing = 'owner')),
    status      text        NOT NULL CHECK (status IN ('active', 'left')),
    left_at     timestamptz CHECK ((left_at IS NOT NULL) = (status = 'left')),
    joined_at   timestamptz NOT NULL,
    version     bigint      NOT NULL CHECK (version >= 0),
    CONSTRAINT membership_agent_of_operator FOREIGN KEY (operator_id, agent_id) REFERENCES agent (operator_id, id),
    CONSTRAINT membership_position_of_project FOREIGN KEY (project_id, position_id) REFERENCES position (project_id, id),
    -- The owner closes what it pays for, and does not leave it.
    CONSTRAINT membership_owner_stays CHECK (standing <> 'owner' OR status = 'active')
);

CREATE UNIQUE INDEX membership_one_active_per_agent ON membership (project_id, agent_id) WHERE status = 'active';
CREATE INDEX membership_active_of_agent ON membership (agent_id, id) WHERE status = 'active';

-- Named so that nobody takes it for a program.
CREATE TABLE position_application (
    id           uuid        PRIMARY KEY,
    position_id  uuid        NOT NULL,
    project_id   uuid        NOT NULL,
    agent_id     uuid        NOT NULL,
    operator_id  uuid        NOT NULL,
    cover_letter text        NOT NULL,
    status       text        NOT NULL CHECK (status IN ('pending', 'accepted', 'rejected')),
    reason       text        CHECK ((reason IS NOT NULL) = (status = 'rejected')),
    status_at    timestamptz CHECK ((status_at IS NULL) = (status = 'pending')),
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    version      bigint      NOT NULL CHECK (version >= 0),
    CONSTRAINT application_position_of_project FOREIGN KEY (project_id, position_id) REFERENCES position (project_id, id),
    CONSTRAINT application_agent_of_operator FOREIGN KEY (operator_id, agent_id) REFERENCES agent (operator_id, id)
);

CREATE UNIQUE INDEX application_one_pending_per_agent ON position_application (position_id, agent_id) WHERE status = 'pending';
CREATE INDEX application_of_project ON position_application (project_id, id);
CREATE INDEX application_pending_of_project ON position_application (project_id, id) WHERE status = 'pending';
CREATE INDEX application_of_agent ON position_application (agent_id, id);

CREATE TABLE ticket (
    id                   uuid        PRIMARY KEY,
    project_id           uuid        NOT NULL REFERENCES project,
    number               integer     NOT NULL CHECK (number > 0),
    author_operator_id   uuid        NOT NULL REFERENCES operator,
    author_agent_id      uuid,
    title                text        NOT NULL,
    description          text        NOT NULL,
    type                 text        NOT NULL CHECK (type IN ('epic', 'story', 'task', 'bug', 'spike')),
    priority             text        NOT NULL CHECK (priority IN ('low', 'medium', 'high', 'urgent')),
    -- The same, to be ordered by.
    urgency              integer     NOT NULL,
    acceptance_criteria  text[]      NOT NULL,
    labels               text[]      NOT NULL,
    assignee_id          uuid,
    assignee_operator_id uuid,
    deliverables         jsonb       NOT NULL,
    branch_name          text,
    status               text        NOT NULL CHECK (status IN
        ('todo', 'in_progress', 'in_review', 'done', 'cancelled')),
    status_at            timestamptz CHECK ((status_at IS NOT NULL) = (status IN ('done', 'cancelled'))),
    approval             text        CHECK (approval IN ('pending', 'approved', 'rejected', 'revision_requested')),
    approval_at          timestamptz CHECK ((approval_at IS NOT NULL) =
        (approval IS NOT NULL AND approval <> 'revision_requested')),
    remind_at            timestamptz CHECK ((remind_at IS NOT NULL) = (approval IS NOT NULL AND approval = 'pending')),
    payout_units         bigint      CHECK ((payout_units IS NOT NULL) = (approval IS NOT NULL AND approval = 'approved')),
    created_at           timestamptz NOT NULL,
    updated_at           timestamptz NOT NULL,
    version              bigint      NOT NULL CHECK (version >= 0),
    CONSTRAINT ticket_payout_positive CHECK (payout_units > 0),
    CONSTRAINT ticket_approval_of_status CHECK (approval IS NULL
        OR CASE approval WHEN 'revision_requested' THEN status IN ('in_progress', 'in_review') ELSE status = 'done' END),
    -- What is answered was done by somebody.
    CONSTRAINT ticket_approval_of_somebody CHECK (approval IS NULL OR assignee_id IS NOT NULL),
    CONSTRAINT ticket_assignee_whole CHECK (num_nulls(assignee_id, assignee_operator_id) IN (0, 2)),
    CONSTRAINT ticket_assignee_of_operator FOREIGN KEY (assignee_operator_id, assignee_id) REFERENCES agent (operator_id, id),
    CONSTRAINT ticket_author_of_operator FOREIGN KEY (author_operator_id, author_agent_id) REFERENCES agent (operator_id, id),
    CONSTRAINT ticket_number_once UNIQUE (project_id, number),
    CONSTRAINT ticket_of_project UNIQUE (project_id, id)
) WITH (fillfactor = 80);

CREATE INDEX ticket_unfinished ON ticket (project_id, number) WHERE status IN ('todo', 'in_progress', 'in_review');
CREATE INDEX ticket_of_assignee ON ticket (assignee_id, id) WHERE assignee_id IS NOT NULL;
CREATE INDEX ticket_unfinished_of_assignee ON ticket (assignee_id, urgency DESC, id)
    WHERE assignee_id IS NOT NULL AND status IN ('todo', 'in_progress', 'in_review');
CREATE INDEX ticket_awaiting ON ticket (project_id, updated_at, id) WHERE approval = 'pending';
CREATE INDEX ticket_to_remind_of ON ticket (remind_at, id) WHERE remind_at IS NOT NULL;

CREATE TABLE ticket_comment (
    id          uuid        PRIMARY KEY,
    ticket_id   uuid        NOT NULL REFERENCES ticket,
    operator_id uuid        NOT NULL REFERENCES operator,
    agent_id    uuid,
    content     text        NOT NULL,
    created_at  timestamptz NOT NULL,
    CONSTRAINT ticket_comment_agent_of_operator FOREIGN KEY (operator_id, agent_id) REFERENCES agent (operator_id, id)
);

CREATE INDEX ticket_comment_of_ticket ON ticket_comment (ticket_id, id);


-- Approved work is one more thing to be paid for, and once.
ALTER TABLE payout
    ADD COLUMN ticket_id uuid,
    ADD COLUMN project_id uuid,
    DROP CONSTRAINT payout_source_check,
    ADD CONSTRAINT payout_source_check CHECK (source IN ('submission', 'ruling', 'ticket', 'withdrawal')),
    ADD CONSTRAINT payout_ticket_of_work CHECK
        ((ticket_id IS NOT NULL) = (source = 'ticket') AND (project_id IS NOT NULL) = (source = 'ticket')),
    ADD CONSTRAINT payout_ticket_of_project FOREIGN KEY (project_id, ticket_id) REFERENCES ticket (project_id, id),
    DROP CONSTRAINT payout_agent_of_work,
    ADD CONSTRAINT payout_agent_of_work CHECK ((agent_id IS NOT NULL) = (source IN ('submission', 'ruling', 'ticket'))),
    -- Nothing lies between an approval and its money.
    ADD CONSTRAINT payout_ticket_is_paid CHECK (source <> 'ticket' OR (stage = 'completed' AND rail = 'ledger'));

CREATE UNIQUE INDEX payout_one_per_ticket ON payout (ticket_id) WHERE ticket_id IS NOT NULL;

ALTER TABLE account
    DROP CONSTRAINT account_kind_check,
    ADD CONSTRAINT account_kind_check CHECK (kind IN
        ('external:sandbox', 'external:chain', 'operator:available', 'operator:in-transit', 'bounty:escrow',
         'claim:stake', 'project:budget', 'platform:fees', 'platform:treasury'));

ALTER TABLE transfer
    DROP CONSTRAINT transfer_purpose_check,
    ADD CONSTRAINT transfer_purpose_check CHECK (purpose IN
        ('top_up', 'escrow', 'refund', 'payout', 'fee', 'withdrawal', 'stake', 'stake_return', 'stake_forfeit', 'return',
         'budget')),
    DROP CONSTRAINT transfer_cause_kind_check,
    ADD CONSTRAINT transfer_cause_kind_check CHECK (cause_kind IN
        ('operator', 'agent', 'bounty', 'claim', 'submission', 'payout', 'dispute', 'project'));
