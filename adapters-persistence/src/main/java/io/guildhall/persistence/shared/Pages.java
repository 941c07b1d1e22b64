package io.guildhall.persistence.shared;

import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Pages of rows whose ids sort by the time of their making. */
public final class Pages {

    private Pages() {}

    public static <R> Page<R> newestFirst(
            PanacheRepositoryBase<R, UUID> rows,
            PageRequest page,
            String condition,
            Object... parameters) {
        StringBuilder query = new StringBuilder("(").append(condition).append(")");
        List<Object> all = new ArrayList<>(List.of(parameters));
        UUID after = page.after();
        if (after != null) {
            all.add(after);
            query.append(" and id < ?").append(all.size());
        }
        query.append(" order by id desc");
        return Page.of(
                rows.find(query.toString(), all.toArray()).range(0, page.limit()).list(),
                page.limit());
    }
}
