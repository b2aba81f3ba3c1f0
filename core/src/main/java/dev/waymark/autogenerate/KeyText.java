package dev.waymark.autogenerate;

import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import java.util.regex.Pattern;

/** What a model of jOOQ can say of a key, a check or an index. */
final class KeyText {

    /** The clauses that jOOQ's models have no words for, as PostgreSQL prints them at the end of a constraint. */
    private static final Pattern UNSAID = Pattern.compile("(?: MATCH FULL"
            + "| ON (?:UPDATE|DELETE) (?:NO ACTION|RESTRICT|CASCADE|SET NULL|SET DEFAULT)(?: \\([^)]*\\))?"
            + "| INCLUDE \\(.*?\\)| DEFERRABLE| INITIALLY DEFERRED| NO INHERIT| NOT VALID| NOT ENFORCED)*");

    private KeyText() {}

    /** Whether an object is what the model says, as far as it can say it. */
    static boolean saysTheSame(SchemaObject is, SchemaObject model) {
        String there = CanonicalText.of(is.require("definition"));
        String said = CanonicalText.of(model.require("definition"));
        if (is.id().kind() == ObjectKind.INDEX) {
            return IndexText.of(there).isSaidBy(IndexText.of(said));
        }
        String comparable = there.replaceFirst("^UNIQUE NULLS NOT DISTINCT ", "UNIQUE ");
        return comparable.startsWith(said)
                && UNSAID.matcher(comparable.substring(said.length())).matches();
    }
}
