-- For which repositories somebody was given a token of our App, and when the last was: whoever bears one can have other Apps act there.
CREATE TABLE github_given_token (
    repository_id bigint      PRIMARY KEY CHECK (repository_id > 0),
    given_at      timestamptz NOT NULL
);

CREATE INDEX github_given_token_age ON github_given_token (given_at);

-- Nobody has kept that of those that were given before: any project may have had one for its repository.
INSERT INTO github_given_token (repository_id, given_at)
SELECT DISTINCT r.github_id, now()
FROM project p JOIN github_repository r ON r.name = lower(substr(p.github_repo, length('https://github.com/') + 1))
WHERE r.github_id IS NOT NULL;
