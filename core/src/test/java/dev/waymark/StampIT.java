package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.SqlSteps.Albums;
import dev.waymark.SqlSteps.Artists;
import dev.waymark.SqlSteps.Tracks;
import dev.waymark.postgres.TestDatabase;
import org.junit.jupiter.api.Test;

class StampIT {

    private final TestDatabase database = TestDatabase.create();
    private final Migrator migrator = Migrators.on(database, new Artists(), new Albums(), new Tracks());

    @Test
    void recordsATargetAndAllThatItRequiresWithoutRunningIt() {
        migrator.stamp("002");

        assertThat(database.tables()).isEmpty();
        assertThat(database.applied()).containsExactly("001", "002 (head)");
    }

    @Test
    void takesBackWhatRequiresTheTarget() {
        migrator.stamp("head");
        migrator.stamp("001");

        assertThat(database.applied()).containsExactly("001 (head)");
    }

    @Test
    void atBaseEmptiesTheAppliedSet() {
        migrator.stamp("head");
        migrator.stamp("base");

        assertThat(database.applied()).isEmpty();
    }

    @Test
    void purgedForgetsWhatTheCodeDoesNotKnow() {
        migrator.stamp("head");
        database.execute("update waymark_revision set id = 'lost', revises = '{gone}' where id = '003'");

        migrator.stampPurged("002");

        assertThat(database.applied()).containsExactly("001", "002 (head)");
    }

    @Test
    void setsAnInterruptedRevisionRight() {
        migrator.upgrade();
        database.execute(
                "update waymark_revision set state = 'applying' where id = '003'; update waymark_head set digest = ''");

        migrator.stamp("003");

        assertThat(database.applied()).containsExactly("001", "002", "003 (head)");
    }

    @Test
    void purgedForgetsChecksumsToo() {
        migrator.stamp("head");
        database.execute("update waymark_revision set digest = 'old'; update waymark_head set digest = 'old'");

        migrator.stampPurged("head");

        assertThat(database.query("select count(*) from waymark_revision where digest = 'old'"))
                .containsExactly("0");
        assertThat(migrator.upgrade().steps()).isEmpty();
    }
}
