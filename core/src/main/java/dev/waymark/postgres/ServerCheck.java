package dev.waymark.postgres;

import dev.waymark.run.PreflightCheck;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * One check of the preflight: a query, and what its answer means.
 *
 * @param name what is looked at
 * @param query one statement that any user may run, and that takes no lock on anything of the user's
 * @param binds its bind values
 * @param judge judges the rows
 */
record ServerCheck(String name, String query, List<String> binds, Judge judge) {

    static ServerCheck of(String name, String query, Judge judge) {
        return new ServerCheck(name, query, List.of(), judge);
    }

    PreflightCheck judged(ResultSet rows) throws SQLException {
        return told(judge.judge(rows));
    }

    PreflightCheck told(Judgement judgement) {
        return new PreflightCheck(name, judgement.verdict(), judgement.finding(), judgement.remedy());
    }

    @FunctionalInterface
    interface Judge {

        /** The rows stand before the first. */
        Judgement judge(ResultSet rows) throws SQLException;
    }
}
