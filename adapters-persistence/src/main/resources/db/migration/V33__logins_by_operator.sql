-- The account page asks for the identities of one operator.
CREATE INDEX operator_login_operator ON operator_login (operator_id);
