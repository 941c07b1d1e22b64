package io.guildhall.persistence.workspace;

import io.guildhall.persistence.shared.Sql;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of a table: those that are written once, and those that change. */
record Columns(String table, List<String> origin, List<String> state) {

    String select() {
        return "SELECT " + all("") + " FROM " + table + " WHERE ";
    }

    /** For a query in which other tables have columns of the same names. */
    String selectAs(String alias) {
        return "SELECT " + all(alias + ".") + " FROM " + table + " " + alias + " ";
    }

    String insert() {
        return "INSERT INTO "
                + table
                + " ("
                + all("")
                + ") VALUES ("
                + Sql.placeholders(origin.size() + state.size())
                + ")";
    }

    /** Compare-and-set: the state's values, then the id and the version that was read. */
    String update() {
        return state.stream()
                .map(column -> column + " = ?")
                .collect(
                        Collectors.joining(
                                ", ",
                                "UPDATE " + table + " SET version = version + 1, ",
                                " WHERE id = ? AND version = ?"));
    }

    private String all(String prefix) {
        return Stream.concat(origin.stream(), state.stream())
                .map(column -> prefix + column)
                .collect(Collectors.joining(", "));
    }
}
