-- An index whose condition names the balance has every change of any balance written into all indexes of the account. Who owes
-- something is found among those who ever did, who are few.
DROP INDEX account_in_debt;
CREATE INDEX account_of_debt ON account (code) WHERE kind = 'operator:debt';
