package dev.waymark.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Migrator;
import dev.waymark.postgres.TestDatabase;
import java.util.List;

/** Whether what a history says is what is there, right after a disaster and before anybody has repaired anything. */
final class Agreement {

    private Agreement() {}

    /**
     * Nothing is recorded that is not there, and nothing is there that is not recorded: the database is as an
     * undisturbed upgrade to the recorded head leaves it. Of a revision without a transaction that is half done, only
     * the next run can tell.
     */
    static void isKept(TestDatabase database, History history) {
        if (database.query(
                                "select 1 where to_regclass('waymark_revision') is null or to_regclass('waymark_head') is null")
                        .size()
                == 1) {
            assertThat(database.tables()).isEmpty();
            return;
        }
        List<String> unfinished = database.query("select id from waymark_revision where state <> 'applied'");
        List<String> recorded = database.query("select id from waymark_revision order by position desc limit 1");
        if (unfinished.isEmpty() && recorded.isEmpty()) {
            assertThat(database.tables()).isEmpty();
        } else if (unfinished.isEmpty()) {
            assertThat(Catalog.of(database)).isEqualTo(Catalog.of(upgraded(history, recorded.get(0))));
        }
    }

    private static TestDatabase upgraded(History history, String target) {
        TestDatabase other = TestDatabase.create();
        history.of(Migrator.postgres(other.dataSource())).build().upgrade(target);
        return other;
    }
}
