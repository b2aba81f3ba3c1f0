package dev.waymark.error;

import dev.waymark.error.InvalidMigrationsException.Kind;
import dev.waymark.error.InvalidMigrationsException.Problem;
import dev.waymark.error.PreflightException.Finding;
import dev.waymark.error.StepFailedException.Outcome;
import dev.waymark.error.StepFailedException.Progress;
import dev.waymark.error.TargetOutOfRangeException.Reason;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A failure of each type, as other tests assert that they come. */
final class ErrorExamples {

    private static final String DATABASE = "the database of the given DataSource";

    private ErrorExamples() {}

    static List<MigrationException> all() {
        return Stream.of(targets(), revisions(), history(), connections(), runs(), steps(), scratch())
                .flatMap(List::stream)
                .toList();
    }

    private static List<MigrationException> targets() {
        return List.of(
                new AmbiguousTargetException(
                        "+3", "the way up forks, to 'left1' and 'right1'.", List.of("left1+1", "right1+1")),
                new InvalidTargetException("a:b:left", "a range is of the form [start]:[end]."),
                new MultipleHeadsException("head", List.of("left2", "right2")),
                new NoSuchTargetException("lift", List.of("left")),
                new OtherBranchException("left@base", List.of("right1", "right2")),
                new OverlappingTargetsException(List.of("b", "left2", "right"), "'left2' already requires 'b'."),
                new TargetOutOfRangeException(
                        "-5",
                        Reason.PAST_THE_END,
                        "it counts 5 down, but there are only 3.",
                        "count no further than 3, or name a revision."));
    }

    private static List<MigrationException> revisions() {
        return List.of(
                new InvalidMigrationsException(List.of(new Problem(
                        Kind.UNKNOWN_PARENT,
                        "004",
                        "'004' revises '003_add_rename_proposals', which does not exist; did you mean '003'?"))),
                new ChangedRevisionException(
                        "001", "create table artists (id integer)", "create table artists (id bigint)"),
                new ChangedStatementException("002", 1, "create table a ()", "create table z ()"),
                new IrreversibleRevisionException("002", "the old names are gone"));
    }

    private static List<MigrationException> history() {
        return List.of(
                new HistoryTableException(
                        "\"public\".\"waymark_revision\"", "ERROR: column \"revises\" does not exist."),
                new InterruptedRevisionException(
                        "002",
                        "0 of its statements are done; it is recorded as applying. Statement 1 was running when its"
                                + " session ended, and whether it took effect can't be told:\n  call fill()",
                        List.of(
                                "go on with it by calling retry(\"002\")",
                                "take it back by calling downgrade(\"001\")",
                                "make it whole by hand and call stamp(\"002\")",
                                "take it back by hand and call stamp(\"001\")")),
                new PendingRevisionsException(List.of("002", "003")),
                new StalePlanException(List.of(), List.of("001")),
                new UnknownRevisionException(
                        List.of("003"),
                        "they require revisions that the downgrade would remove.",
                        "downgrade with the newer build that has these migrations, or by what was recorded of them"
                                + " (downgradeAsRecorded)."));
    }

    private static List<MigrationException> connections() {
        return List.of(
                new AuthenticationFailedException(
                        "database 'app' on localhost:5432",
                        new SQLException("FATAL: password authentication failed for user \"guarded\"")),
                new CommitUnknownException(
                        DATABASE, new SQLException("An I/O error occurred while sending to the backend.")),
                new ConnectionLostException(
                        DATABASE, new SQLException("FATAL: terminating connection due to administrator command")),
                new DatabaseUnreachableException(
                        "database 'nowhere' on localhost:1",
                        new SQLException("Connection to localhost:1 refused. Check that the hostname and port are"
                                + " correct and that the postmaster is accepting TCP/IP connections.")),
                new ReadOnlyDatabaseException(DATABASE, null));
    }

    private static List<MigrationException> runs() {
        return List.of(
                new HistoryAccessException(
                        "read the history", new SQLException("ERROR: canceling statement due to statement timeout")),
                new HookFailedException(new IOException("no room for the dump")),
                new InsufficientPrivilegeException(
                        "create the history tables in schema \"public\"",
                        "grant the user CREATE on that schema, or keep the history in a schema of its own"
                                + " (Settings.withHistory).",
                        new SQLException("ERROR: permission denied for schema public")),
                new LockLostException("database 'app' on localhost:5432"),
                new LockNotAcquiredException(Duration.ofMinutes(5), """
                        Held for 412 s by pid 7310, 'app / waymark up 012' from 10.0.0.7, active for 398 s, waits for pid 6120: create index concurrently ix_recordings_title on recordings (title)
                        It waits for pid 6120, 'reports' from 10.0.0.9, idle in transaction for 1804 s: select * from recordings"""),
                new PreflightException(List.of(
                        new Finding(
                                "history privileges",
                                "the history tables are not there, and the user may not make them in schema \"public\"",
                                "grant the user CREATE on schema \"public\""),
                        new Finding(
                                "schema privileges",
                                "the user may not create in public, the first schema of the search path",
                                "grant the user CREATE on schema public, unless no step needs it"))),
                new WaitTimedOutException(Duration.ofMinutes(5), List.of("002", "003")));
    }

    private static List<MigrationException> steps() {
        StatementFailedException failed = new StatementFailedException(
                "create table oops (id no_such_type)",
                "42704",
                new SQLException("ERROR: type \"no_such_type\" does not exist"));
        return List.of(
                failed,
                new IndexNotOnlineException(
                        "track_title",
                        "its population came to 61 % in 300 s",
                        "wait until it is done (SHOW INDEXES), and upgrade again."),
                new SchemaConflictException(
                        "The name 'recording_uuid' is taken by another constraint",
                        "CREATE CONSTRAINT `recording_uuid` FOR (n:`Recording`) REQUIRE (n.`uuid`) IS UNIQUE",
                        "CREATE CONSTRAINT `recording_uuid` FOR (n:`Track`) REQUIRE (n.`uuid`) IS UNIQUE"),
                new UnsupportedFeatureException(
                        "database 'neo4j' on neo4j://localhost:7687",
                        List.of("Revision '003': the key constraint 'recording_key' needs Neo4j Enterprise Edition, and"
                                + " this is Community 5.26.30")),
                new NotDisposableException("database 'neo4j' on neo4j://localhost:7687"),
                new PoolerException("set search_path to catalogue"),
                new StepFailedException(
                        "up of '002'",
                        "002",
                        new Progress(List.of("001"), List.of("003")),
                        new Outcome("The step was rolled back.", "correct the statement, and upgrade again."),
                        failed),
                TransactionEndedException.ended());
    }

    private static List<MigrationException> scratch() {
        return List.of(
                new InvalidModelException(
                        "schema/2.sql",
                        "grant select on recordings to reporting",
                        "42704",
                        new SQLException("ERROR: role \"reporting\" does not exist")),
                ProofFailedException.refused(
                        "on the way down",
                        "alter table public.recordings drop column bpm",
                        new SQLException(
                                "ERROR: cannot drop column bpm of table recordings because other objects depend on it")),
                ScratchException.mayNotCreate(
                        "database 'app' on localhost:5432",
                        new SQLException("ERROR: permission denied to create database")));
    }
}
