-- GitHub tells of suspensions in any order: by its own clock, how old what we heard last is. Null
-- where none was heard, or none since this is kept.
ALTER TABLE github_installation ADD COLUMN told_at timestamptz;
