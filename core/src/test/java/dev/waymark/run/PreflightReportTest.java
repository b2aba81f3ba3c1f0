package dev.waymark.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.run.PreflightCheck.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreflightReportTest {

    private static final PreflightCheck FINE = new PreflightCheck("writes", Verdict.OK, "the server accepts them", "");
    private static final PreflightCheck UNSEEN =
            new PreflightCheck("disk", Verdict.UNKNOWN, "the database takes 8 MB", "see to it that there is room");
    private static final PreflightCheck BUSY =
            new PreflightCheck("connections", Verdict.WARNING, "1 of 100 are free", "close some");

    private final PreflightReport report = report(FINE, UNSEEN, BUSY);

    @Test
    void tellsPeopleWhatWasFound() {
        assertThat(report.describe()).isEqualTo("""
                        ok       writes: the server accepts them
                        unknown  disk: the database takes 8 MB
                        warning  connections: 1 of 100 are free
                                 To fix this: close some.""");
    }

    @Test
    void tellsPeopleOnWhichDatabaseIfThereAreSeveral() {
        PreflightReport several = new PreflightReport(List.of(
                new PreflightReport.Checked("orders", List.of(FINE)),
                new PreflightReport.Checked("search", List.of())));

        assertThat(several.describe()).isEqualTo("""
                        orders:
                        ok       writes: the server accepts them
                        search:
                        nothing to look at""");
        assertThat(several.checks()).extracting(PreflightCheck::name).containsExactly("writes of orders");
    }

    @Test
    void tellsProgramsWhatWasFound() {
        assertThat(report(FINE, BUSY).toJson()).isEqualTo("""
                        {"version":1,"worst":"warning","databases":[{"database":"db","checks":[\
                        {"name":"writes","verdict":"ok","finding":"the server accepts them","remedy":""},\
                        {"name":"connections","verdict":"warning","finding":"1 of 100 are free","remedy":"close some"}]}]}""");
    }

    @Test
    void isAsBadAsItsWorstCheck() {
        assertThat(report().worst()).isEqualTo(Verdict.OK);
        assertThat(report(UNSEEN, FINE).worst()).isEqualTo(Verdict.UNKNOWN);
        assertThat(report.worst()).isEqualTo(Verdict.WARNING);
    }

    @Test
    void isClearIfNothingIsKnownToBeInTheWay() {
        assertThat(report(FINE, UNSEEN).isClear()).isTrue();
        assertThat(report.isClear()).isFalse();
    }

    private static PreflightReport report(PreflightCheck... checks) {
        return new PreflightReport(List.of(new PreflightReport.Checked("db", List.of(checks))));
    }
}
