-- What was found when each set of books was last compared: how many differences of each kind. Where
-- they never were, since when they are to be.
CREATE TABLE comparison (
    books       text        NOT NULL,
    about       text        NOT NULL,
    since       timestamptz NOT NULL,
    differences bigint      CHECK (differences >= 0),
    PRIMARY KEY (books, about)
);
