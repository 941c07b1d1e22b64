-- In which trace an event was caused, as a W3C traceparent, so that what is told of it later is found there too.

ALTER TABLE outbox ADD COLUMN traceparent text
    CONSTRAINT outbox_traceparent_is_whole CHECK (traceparent IS NULL OR length(traceparent) = 55);
