-- The guards of V42 for what stood there already. It is read, and everybody may go on reading and writing meanwhile: that is why this
-- is a migration of its own. No version ever wrote what they refuse. Where somebody did by hand, this ends with the guard's name, and
-- goes on with the next start once those rows are put right.
ALTER TABLE submission VALIDATE CONSTRAINT submission_of_claim;
ALTER TABLE dispute VALIDATE CONSTRAINT dispute_of_claim, VALIDATE CONSTRAINT dispute_of_submission;
ALTER TABLE claim VALIDATE CONSTRAINT claim_not_of_its_poster;
ALTER TABLE account VALIDATE CONSTRAINT account_tells_its_kind;
