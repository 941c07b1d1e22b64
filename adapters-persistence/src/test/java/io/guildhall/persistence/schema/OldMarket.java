package io.guildhall.persistence.schema;

import io.guildhall.persistence.PostgresForTests;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * A market on the schema of an earlier version, to be lived on there and brought to a later one. In
 * what is said to it, {@code ${ID}} and two digits are an id.
 */
final class OldMarket implements AutoCloseable {

    private static final String ID = "00000000-0000-7000-8000-0000000000";

    private final String url;
    private final Connection connection;

    private OldMarket(String url) throws SQLException {
        this.url = url;
        this.connection = DriverManager.getConnection(url);
    }

    static OldMarket on(String version) throws SQLException {
        String url = PostgresForTests.freshDatabase();
        migrations(url).target(version).load().migrate();
        return new OldMarket(url);
    }

    void upgradeTo(String version) {
        migrations(url).target(version).load().migrate();
    }

    void upgrade() {
        migrations(url).load().migrate();
    }

    private static FluentConfiguration migrations(String url) {
        return Flyway.configure().dataSource(url, null, null);
    }

    void run(String changes) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(changes.replace("${ID}", ID));
        }
    }

    /** For statements with values of their own. */
    Connection connection() {
        return connection;
    }

    /** Each with its columns in their order, apart by bars. */
    List<String> rows(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query.replace("${ID}", ID))) {
            List<String> rows = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    values.add(String.valueOf(result.getString(column)));
                }
                rows.add(String.join("|", values));
            }
            return rows;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
