package dev.waymark.autogenerate;

import dev.waymark.diff.DdlStatement;
import dev.waymark.diff.Rename;
import dev.waymark.diff.SchemaDiff;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.SchemaSnapshot;
import java.util.List;
import java.util.Optional;

/**
 * A rename that is taken for one.
 *
 * @param rename the rename
 * @param before the schema before it
 * @param upwards what would be run in its place if it were none; empty if it is known to be one
 * @param downwards what would be run in place of its way back if it were none; empty if it is known to be one
 */
record SettledRename(
        Rename rename, SchemaSnapshot before, Optional<OtherReading> upwards, Optional<OtherReading> downwards) {

    static SettledRename known(Rename rename, SchemaSnapshot before) {
        return new SettledRename(rename, before, Optional.empty(), Optional.empty());
    }

    /** One that nobody has answered for. */
    static SettledRename open(Rename rename, String question, SchemaSnapshot before, SchemaSnapshot to) {
        SchemaDiff diff = SchemaDiff.between(before, to);
        Touching touching = new Touching(rename, before, to);
        return new SettledRename(
                rename,
                before,
                Optional.of(new OtherReading(question, touching.of(diff.up()))),
                Optional.of(new OtherReading(question, touching.of(diff.down()))));
    }

    /**
     * Finds the statements for what may have been renamed.
     *
     * @param rename the rename
     * @param before the schema with the old name
     * @param to the schema with the new one
     */
    private record Touching(Rename rename, SchemaSnapshot before, SchemaSnapshot to) {

        List<String> of(List<DdlStatement> statements) {
            return statements.stream()
                    .filter(statement -> touches(statement.object()))
                    .map(DdlStatement::sql)
                    .toList();
        }

        private boolean touches(ObjectId id) {
            ObjectId old = rename.object();
            ObjectId fresh = rename.renamed();
            return id.equals(old)
                    || id.equals(fresh)
                    || before.dependencies(id).contains(old)
                    || to.dependencies(id).contains(fresh);
        }
    }
}
