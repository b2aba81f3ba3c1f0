package dev.waymark.autogenerate;

import dev.waymark.diff.DdlStatement;
import dev.waymark.diff.Rename;
import dev.waymark.hazard.Hazards;
import dev.waymark.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes drafts of revisions from legs and renames. */
final class Drafting {

    private final RevisionIds ids;
    private final String message;
    private final List<SettledRename> renames;

    Drafting(RevisionIds ids, String message, List<SettledRename> renames) {
        this.ids = ids;
        this.message = message;
        this.renames = renames;
    }

    /** A draft for each leg, the renames in the first. */
    List<Draft> drafts(List<Leg> legs) {
        List<String> next = ids.next(legs.size());
        List<Draft> drafts = new ArrayList<>();
        for (int at = 0; at < legs.size(); at++) {
            Leg leg = legs.get(at);
            boolean first = at == 0;
            drafts.add(new Draft(
                    next.get(at),
                    first ? ids.revises() : List.of(next.get(at - 1)),
                    legs.size() == 1 ? message : "%s (%d of %d)".formatted(message, at + 1, legs.size()),
                    leg.isTransactional(),
                    up(leg, first),
                    down(leg, first)));
        }
        return drafts;
    }

    private List<DraftStatement> up(Leg leg, boolean first) {
        List<DraftStatement> statements = new ArrayList<>();
        if (first) {
            renames.forEach(one -> statements.add(statement(one.rename(), one.before(), leg.after(), one.upwards())));
        }
        leg.diff().up().forEach(one -> statements.add(plain(one, leg.before(), leg.after())));
        return statements;
    }

    private List<DraftStatement> down(Leg leg, boolean first) {
        List<DraftStatement> statements = new ArrayList<>();
        leg.diff().down().forEach(one -> statements.add(plain(one, leg.after(), leg.before())));
        for (int at = renames.size() - 1; first && at >= 0; at--) {
            SettledRename one = renames.get(at);
            statements.add(statement(one.rename().reversed(), leg.before(), one.before(), one.downwards()));
        }
        return statements;
    }

    private static DraftStatement statement(
            Rename rename, SchemaSnapshot from, SchemaSnapshot to, Optional<OtherReading> otherReading) {
        DdlStatement statement = rename.statement();
        return new DraftStatement(statement.sql(), Hazards.of(statement, from, to), otherReading);
    }

    private static DraftStatement plain(DdlStatement statement, SchemaSnapshot from, SchemaSnapshot to) {
        return new DraftStatement(statement.sql(), Hazards.of(statement, from, to), Optional.empty());
    }
}
