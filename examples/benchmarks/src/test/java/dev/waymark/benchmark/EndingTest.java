package dev.waymark.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EndingTest {

    @Test
    void tellsWhatCausedTheRestFirst() {
        Ending ending = failed("ERROR: relation \"item_1\" already exists\nERROR: deadlock detected");

        assertThat(ending.reason()).isEqualTo("deadlock");
    }

    @Test
    void tellsAPythonErrorByItsLastLineThatSpeaksOfOne() {
        Ending ending = failed("Traceback\nsqlalchemy.exc.ProgrammingError: (psycopg2.errors.DuplicateTable)"
                + " relation \"item_1\" already exists\n(Background on this)");

        assertThat(ending.reason()).isEqualTo("relation exists");
        assertThat(ending.complaint())
                .isEqualTo("sqlalchemy.exc.ProgrammingError: (psycopg2.errors.DuplicateTable)"
                        + " relation \"item_1\" already exists");
    }

    @Test
    void shortensWhatItDoesNotKnow() {
        assertThat(failed("Error: something that nobody has ever seen before").reason())
                .isEqualTo("Error: something that nobody has ever se...");
    }

    @Test
    void tellsAWaitForALockThatNobodyHolds() {
        assertThat(new Ending(Ending.Kind.HANGS, "Waiting for changelog lock....", 20).reason())
                .isEqualTo("its lock is left behind");
        assertThat(new Ending(Ending.Kind.HANGS, "", 20).reason()).isEqualTo("hangs");
    }

    private static Ending failed(String output) {
        return new Ending(Ending.Kind.FAILED, output, 1);
    }
}
