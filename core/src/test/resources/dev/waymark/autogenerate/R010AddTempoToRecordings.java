package app.revisions;

import dev.waymark.Revision;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;

/** Add tempo to recordings. */
@Revision(id = "010", revises = "009", message = "Add tempo to recordings")
public final class R010AddTempoToRecordings implements SqlMigration {

    @Override
    public void up(SqlContext sql) {
        // Is column public.recordings.tempo the former column public.recordings.speed (85 % alike)?
        // If not, delete the statement below and take these instead:
        // sql.execute("alter table public.recordings drop column speed");
        // sql.execute("""
        //         alter table public.recordings add column tempo numeric(6,2)
        //             default 120.00 constraint tempo_is_given not null
        //         """);
        sql.execute("alter table public.recordings rename column speed to tempo");

        sql.execute("""
                create table public.sides (
                    recording_id bigint,
                    number integer
                )
                """);
        sql.execute("alter table public.sides add column length interval");

        // Hazard: Nobody can write to table public.sides while every row is looked up.
        sql.execute("""
                alter table public.sides add constraint sides_recording_id_fkey FOREIGN KEY (recording_id)
                    REFERENCES public.recordings(id) ON DELETE CASCADE
                """);

        // !!! DATA LOSS !!! What is in column public.recordings.bpm is lost.
        // Safer: let the code stop using it first, and drop it in a later revision.
        sql.execute("alter table public.recordings drop column bpm");

        // !!! NARROWS DATA !!! Column public.recordings.title becomes character varying(40). A text of more than 40
        // characters makes it fail.
        // Safer: look for such values first.
        // Hazard: Nobody can write to table public.sides while every row is looked up.
        sql.execute("alter table public.recordings alter column title type character varying(40)");
    }

    @Override
    public void down(SqlContext sql) {
        // What up drops comes back without the data that was in it.
        // Values that up has changed to fit a type stay as they are.

        sql.execute("alter table public.recordings add column bpm integer");
        sql.execute("alter table public.recordings rename column tempo to speed");
    }
}
