-- In which of Stripe's modes that is kept which came by it: what was paid in test mode must never be
-- paid out for real.
CREATE TABLE rail_mode (
    rail text PRIMARY KEY CHECK (rail = 'stripe'),
    mode text NOT NULL CHECK (mode IN ('test', 'live'))
);

-- What came before this says so by itself: Stripe names its pages by their mode.
INSERT INTO rail_mode (rail, mode)
SELECT 'stripe', split_part(page, '_', 2) FROM payment WHERE page ~ '^cs_(test|live)_' ORDER BY id LIMIT 1;
