-- A search for what nobody asks for read every open bounty. Open ones only, as with the others: a claim
-- takes its bounty out of this index without writing to it.
--
-- While it is made whoever still posts or claims waits: some seconds for a million open bounties. Who has
-- no seconds makes it before the upgrade, by hand and CONCURRENTLY, under the same name.
CREATE INDEX IF NOT EXISTS bounty_open_capability ON bounty USING gin (capabilities) WHERE status = 'open';
