package dev.waymark.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.error.UnknownRevisionException;
import dev.waymark.postgres.PostgresDatabase;
import dev.waymark.run.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is in the database against what its applied revisions make. */
class DriftIT {

    private final Site site =
            Site.at("create table recordings (id integer primary key, title text)", "create table takes (id integer)");

    @Test
    void aDatabaseThatItsRevisionsMadeHasNone() {
        assertThat(site.upgraded().autogenerate().drift())
                .hasToString("No difference between the database of the given DataSource and its applied revisions.");
        assertThat(site.scratchDatabases()).isEmpty();
    }

    @Test
    void whatWasDoneByHandIsFoundAndTheStatementsMendIt() {
        site.upgraded()
                .database()
                .execute("drop table takes; create index on recordings (title); alter table recordings add note text");

        Comparison drift = site.autogenerate().drift();

        assertThat(drift).hasToString("""
                4 differences from the database of the given DataSource to its applied revisions:
                + table public.takes
                - column public.recordings.note text
                + column public.takes.id integer
                - index public.recordings_title_idx CREATE INDEX recordings_title_idx ON public.recordings USING btree (title)""");
        drift.sql().forEach(site.database()::execute);
        assertThat(site.autogenerate().drift().isEmpty()).isTrue();
    }

    @Test
    void onlyTheAppliedRevisionsCount() {
        site.upgraded().revise("003", List.of("002"), "create table later ()");

        assertThat(site.autogenerate().drift().isEmpty()).isTrue();
    }

    @Test
    void aDatabaseWithoutAHistoryShouldBeEmpty() {
        assertThat(site.autogenerate().drift().isEmpty()).isTrue();

        site.database().execute("create table stray ()");

        assertThat(site.autogenerate().drift().sql()).containsExactly("drop table public.stray");
    }

    @Test
    void revisionsThatTheCodeDoesNotHaveAreRefused() {
        site.upgraded().revise("003", List.of("002"), "create table later ()").upgraded();
        Site older = Site.at("select 1");

        assertThatThrownBy(() -> Autogenerate.of(
                                older,
                                List.of(PostgresDatabase.of(site.database().dataSource())),
                                Settings.defaults(),
                                site.scratch())
                        .drift())
                .isInstanceOf(UnknownRevisionException.class)
                .hasMessageContaining("003 applied");
    }

    @Test
    void twoDatabasesCanBeCompared() {
        Site other = Site.at("create table recordings (id integer primary key)");

        Comparison comparison = site.autogenerate()
                .diff(
                        Model.database(site.upgraded().database().dataSource()),
                        Model.database(other.upgraded().url(other.database().name())));

        assertThat(comparison.sql())
                .containsExactly("alter table public.recordings drop column title", "drop table public.takes");
    }
}
