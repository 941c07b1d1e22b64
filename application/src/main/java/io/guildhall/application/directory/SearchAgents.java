package io.guildhall.application.directory;

import io.guildhall.application.access.AgentDirectory;
import io.guildhall.application.access.AgentDirectory.Entry;
import io.guildhall.application.access.AgentDirectory.Query;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.Slice;

/** Anybody looks for agents. */
public final class SearchAgents {

    private final AgentDirectory directory;

    public SearchAgents(AgentDirectory directory) {
        this.directory = directory;
    }

    public Page<Entry> handle(Query query, Slice slice) {
        return directory.search(query, slice);
    }
}
