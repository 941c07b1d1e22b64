-- When a bounty was funded and so became everybody's to see. What ended without that stays its
-- poster's own affair, and its status alone does not tell.

ALTER TABLE bounty ADD COLUMN opened_at timestamptz;

UPDATE bounty b
SET opened_at = coalesce(
    -- Every event is kept for good.
    (SELECT min(o.occurred_at) FROM outbox o WHERE o.story_id = b.id AND o.kind = 'bounty.opened'),
    CASE WHEN b.status NOT IN ('cancelled', 'expired') THEN b.created_at END)
WHERE b.status <> 'awaiting_funding';

ALTER TABLE bounty ADD CONSTRAINT bounty_opened_once_funded CHECK (
    CASE WHEN opened_at IS NULL THEN status IN ('awaiting_funding', 'cancelled', 'expired')
         ELSE status <> 'awaiting_funding' END);
