-- Statistics come after the fact, and where nearly all deliveries have ended they say that none waits. Both indexes of those that wait
-- then look alike, and the planner took the one by time to find an aggregate's: it read all that waited for an endpoint for each event,
-- until the next statistics were gathered. Each has a condition of its own now, which is always true, and a statement that says it can be
-- answered by that index only. Neither column is ever changed, so no update writes into an index for it.
--
-- Only what waits is in them. While they are made deliveries wait, as long as reading all of them once takes. A replica of the version
-- before reads all of them to find what is due, so let it end soon.
DROP INDEX webhook_delivery_due;
DROP INDEX webhook_delivery_in_order;
CREATE INDEX webhook_delivery_due ON webhook_delivery (endpoint_id, due_at, place) WHERE due_at IS NOT NULL AND round >= 0;
CREATE INDEX webhook_delivery_in_order ON webhook_delivery (endpoint_id, subject_id, place) WHERE due_at IS NOT NULL AND place > 0;
