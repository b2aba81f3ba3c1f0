package dev.waymark.neo4j;

import dev.waymark.run.PreflightCheck;
import dev.waymark.run.PreflightCheck.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * Looks for what would be in the way of a run.
 *
 * @param access the database
 * @param server what the server is
 * @param names the labels of the history
 */
record Preflight(Access access, ServerInfo server, HistoryNames names) {

    private static final int OLDEST_MAJOR = 5;
    private static final int OLDEST_MINOR = 26;

    /** Transactions that write make schema commands of their labels wait. */
    private static final String OLD_TRANSACTIONS = """
            SHOW TRANSACTIONS YIELD transactionId, username, clientAddress, elapsedTime, currentQuery, metaData
            WHERE elapsedTime.milliseconds > 10000
            RETURN transactionId, username, clientAddress, elapsedTime.seconds AS seconds, currentQuery""";

    private static final String WRITABLE = """
            SHOW DATABASES YIELD name, access, currentStatus, home, writer, role
            RETURN name, access, currentStatus, home, writer""";

    private static final String FAILED = """
            SHOW INDEXES YIELD name, state WHERE state = 'FAILED' RETURN name""";

    List<PreflightCheck> checks() {
        List<PreflightCheck> checks = new ArrayList<>();
        checks.add(version());
        checks.add(told("access", this::access));
        checks.add(told("open transactions", this::openTransactions));
        checks.add(told("indexes", this::indexes));
        return checks;
    }

    private PreflightCheck version() {
        return server.isAtLeast(OLDEST_MAJOR, OLDEST_MINOR)
                ? ok("version", "Neo4j " + server.inWords())
                : new PreflightCheck(
                        "version",
                        Verdict.BLOCKED,
                        "Neo4j %s is older than 5.26".formatted(server.version()),
                        "upgrade the server");
    }

    private PreflightCheck access(String name) {
        String target = access.run("CALL db.info() YIELD name RETURN name", Map.of())
                .get(0)
                .get("name")
                .asString();
        List<Record> own = access.look(WRITABLE, Map.of()).stream()
                .filter(row -> row.get("name").asString().equals(target))
                .toList();
        if (own.isEmpty()) {
            return new PreflightCheck(
                    name,
                    Verdict.UNKNOWN,
                    "the server does not show database '%s'".formatted(target),
                    "let the user see it");
        }
        return own.stream().anyMatch(row -> row.get("access").asString().equals("read-write"))
                ? ok(name, "database '%s' may be written to".formatted(target))
                : new PreflightCheck(
                        name,
                        Verdict.BLOCKED,
                        "database '%s' is read-only".formatted(target),
                        "ALTER DATABASE `%s` SET ACCESS READ WRITE".formatted(target));
    }

    private PreflightCheck openTransactions(String name) {
        List<Record> old = access.look(OLD_TRANSACTIONS, Map.of());
        if (old.isEmpty()) {
            return ok(name, "none is older than 10 s");
        }
        Record first = old.get(0);
        return new PreflightCheck(
                name,
                Verdict.WARNING,
                "%d older than 10 s, one of them %s of '%s' from %s for %d s; a schema command waits for those that wrote to its label"
                        .formatted(
                                old.size(),
                                first.get("transactionId").asString(),
                                first.get("username").asString(""),
                                first.get("clientAddress").asString("the server itself"),
                                first.get("seconds").asLong()),
                "let them end, or end them (TERMINATE TRANSACTIONS)");
    }

    private PreflightCheck indexes(String name) {
        List<String> failed = access.look(FAILED, Map.of()).stream()
                .map(row -> row.get("name").asString())
                .filter(index -> !names.owns(index))
                .toList();
        return failed.isEmpty()
                ? ok(name, "none has failed")
                : new PreflightCheck(
                        name,
                        Verdict.WARNING,
                        "failed: " + String.join(", ", failed),
                        "mend the data, drop them and make them again");
    }

    private static PreflightCheck ok(String name, String finding) {
        return new PreflightCheck(name, Verdict.OK, finding, "");
    }

    /** What this user may not see is unknown. */
    private static PreflightCheck told(String name, Look look) {
        try {
            return look.at(name);
        } catch (Neo4jException e) {
            if (Neo4jErrors.isConnectionLost(e)) {
                throw e;
            }
            return new PreflightCheck(
                    name,
                    Verdict.UNKNOWN,
                    "the server does not tell: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    "let the user look at it");
        }
    }

    @FunctionalInterface
    private interface Look {

        PreflightCheck at(String name);
    }
}
