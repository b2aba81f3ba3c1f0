package dev.waymark.diff;

import dev.waymark.schema.ObjectId;

/**
 * One statement of a diff.
 *
 * @param sql its text, without a semicolon at the end
 * @param object the object that it is for
 * @param kind whether it creates, drops or changes it
 * @param commit what its place in a transaction has to be
 */
public record DdlStatement(String sql, ObjectId object, ChangeKind kind, Commit commit) {

    /** How a statement stands to the transactions around it. */
    public enum Commit {
        /** It may run in a transaction with all others. */
        ANYWHERE,
        /** What ran before it must have been committed: it uses an enum value that was added. */
        AFTER_COMMIT,
        /** It can't run in a transaction at all. */
        ALONE
    }
}
