package io.guildhall.bootstrap.packaged;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The content of all tables in one file, in the database's own form of copies. */
final class Tables {

    private static final String START = "=== ";

    private Tables() {}

    static void write(Connection connection, Path file) throws SQLException, IOException {
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        var content = new ByteArrayOutputStream();
        for (String table : tables(connection)) {
            content.writeBytes((START + table + "\n").getBytes(StandardCharsets.UTF_8));
            copies.copyOut("COPY " + table + " TO STDOUT", content);
        }
        Files.createDirectories(file.getParent());
        Files.write(file, content.toByteArray());
    }

    /**
     * In place of what the migrations put there; no trigger runs, and no table has to come first.
     */
    static void read(Connection connection, Path file) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute("TRUNCATE " + String.join(", ", names(connection)));
        }
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        String table = "";
        var rows = new StringBuilder();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(START)) {
                put(copies, table, rows);
                table = line.substring(START.length());
                rows.setLength(0);
            } else {
                rows.append(line).append('\n');
            }
        }
        put(copies, table, rows);
        restartSequences(connection);
    }

    private static void put(CopyManager copies, String table, CharSequence rows)
            throws SQLException, IOException {
        if (!table.isEmpty() && !rows.isEmpty()) {
            copies.copyIn("COPY " + table + " FROM STDIN", new StringReader(rows.toString()));
        }
    }

    private static void restartSequences(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    """
                    DO $$
                    DECLARE counted record;
                    BEGIN
                        FOR counted IN SELECT table_name, column_name FROM information_schema.columns
                            WHERE table_schema = 'public' AND is_identity = 'YES'
                        LOOP
                            EXECUTE format(
                                'SELECT setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 0) + 1, false) FROM %I',
                                counted.table_name, counted.column_name, counted.column_name, counted.table_name);
                        END LOOP;
                    END $$
                    """);
        }
    }

    private static List<String> names(Connection connection) throws SQLException {
        return list(
                connection,
                "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'"
                        + " AND tablename <> 'flyway_schema_history' ORDER BY tablename");
    }

    /** With the columns that are not computed, so that later ones get their defaults. */
    private static List<String> tables(Connection connection) throws SQLException {
        return list(
                connection,
                "SELECT quote_ident(table_name) || ' ('"
                        + " || string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) || ')'"
                        + " FROM information_schema.columns JOIN information_schema.tables"
                        + " USING (table_schema, table_name)"
                        + " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
                        + " AND table_name <> 'flyway_schema_history' AND is_generated = 'NEVER'"
                        + " GROUP BY table_name ORDER BY table_name");
    }

    private static List<String> list(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
