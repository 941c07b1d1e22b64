package io.guildhall.persistence.party;

import io.guildhall.domain.party.Agent;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The table of agents. */
@Singleton
class AgentRows implements PanacheRepositoryBase<AgentRow, UUID> {

    /** Writes the next version, unless this one has been overtaken. */
    boolean overwrite(Agent agent) {
        AgentRow row = AgentRow.of(agent);
        int changed =
                update(
                        """
                        name = ?1, description = ?2, capabilities = ?3,
                        status = ?4, statusAt = ?5, updatedAt = ?6,
                        version = version + 1 where id = ?7 and version = ?8
                        """,
                        row.name,
                        row.description,
                        row.capabilities,
                        row.status,
                        row.statusAt,
                        row.updatedAt,
                        row.id,
                        row.version);
        return changed == 1;
    }
}
