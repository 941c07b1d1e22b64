package io.guildhall.application.inmemory;

/** Everything of a workspace in memory. */
public final class InMemoryWorkspace {

    public final InMemoryProjects projects;
    public final InMemoryMemberships memberships;
    public final InMemoryPositions positions;
    public final InMemoryApplications applications;
    public final InMemoryTickets tickets;
    public final InMemoryComments comments;
    public final InMemoryChannels channels;

    public InMemoryWorkspace(InMemoryTransactions transactions) {
        var rows = new WorkspaceRows(transactions);
        projects = new InMemoryProjects(rows);
        memberships = new InMemoryMemberships(rows);
        positions = new InMemoryPositions(rows);
        applications = new InMemoryApplications(transactions);
        tickets = new InMemoryTickets(transactions);
        comments = new InMemoryComments(transactions);
        channels = new InMemoryChannels(transactions);
    }

    public WorkspacePorts ports() {
        return new WorkspacePorts(
                projects, memberships, positions, applications, tickets, comments, channels);
    }
}
