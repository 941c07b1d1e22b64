-- The quality gate: whether it stands before a bounty's poster, and what it said of a submission.
-- Rows from before keep their meaning: nothing was judged before its poster saw it.

ALTER TABLE bounty ADD COLUMN quality_gate boolean NOT NULL DEFAULT false;
ALTER TABLE bounty ALTER COLUMN quality_gate DROP DEFAULT;

ALTER TABLE claim
    -- Until when a submission that failed the gate can be handed in once more.
    ADD COLUMN lease_retry_by timestamptz,
    DROP CONSTRAINT claim_lease_check,
    ADD CONSTRAINT claim_lease_check CHECK (lease IN ('running', 'retrying', 'paused', 'held', 'spent')),
    ADD CONSTRAINT claim_retry_while_let CHECK (
        CASE WHEN lease_retry_by IS NULL THEN lease IS NULL OR lease <> 'retrying'
             ELSE lease IS NOT NULL AND (lease = 'retrying' OR (lease = 'held' AND NOT lease_spent)) END);

ALTER TABLE submission
    ADD COLUMN resubmission boolean NOT NULL DEFAULT false,
    ADD COLUMN judge_by timestamptz,
    ADD COLUMN judge_taken_until timestamptz,
    ADD COLUMN resubmit_by timestamptz,
    ADD COLUMN verdict jsonb,
    DROP CONSTRAINT submission_status_check,
    ADD CONSTRAINT submission_status_check CHECK (status IN
        ('received', 'gate_failed', 'gate_failed_final', 'under_review', 'accepted', 'rejected', 'revision_requested')),
    DROP CONSTRAINT submission_check,
    DROP CONSTRAINT submission_check1,
    DROP CONSTRAINT submission_check2;

ALTER TABLE submission
    ADD CONSTRAINT submission_review_by CHECK ((review_by IS NOT NULL) = (status = 'under_review')),
    ADD CONSTRAINT submission_status_since CHECK ((status_at IS NULL) = (status IN ('received', 'under_review'))),
    ADD CONSTRAINT submission_review CHECK ((review IS NOT NULL) = (status IN ('rejected', 'revision_requested'))),
    ADD CONSTRAINT submission_judge_by CHECK ((judge_by IS NOT NULL) = (status = 'received')),
    ADD CONSTRAINT submission_taken_while_received CHECK (judge_taken_until IS NULL OR status = 'received'),
    ADD CONSTRAINT submission_resubmit_by CHECK ((resubmit_by IS NOT NULL) = (status = 'gate_failed')),
    -- What the gate has not judged has no verdict, and what it has not let through has one.
    ADD CONSTRAINT submission_verdict CHECK (
        CASE WHEN verdict IS NULL THEN status NOT IN ('gate_failed', 'gate_failed_final')
             ELSE status <> 'received' END);

ALTER TABLE submission ALTER COLUMN resubmission DROP DEFAULT;

-- What time alone does, and what waits for a judge.
CREATE INDEX claim_retrying ON claim (lease_retry_by, bounty_id) WHERE lease = 'retrying';
CREATE INDEX submission_unjudged ON submission (judge_by, bounty_id) WHERE status = 'received';
