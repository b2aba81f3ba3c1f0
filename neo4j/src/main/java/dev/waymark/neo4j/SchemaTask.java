package dev.waymark.neo4j;

import java.util.Optional;

/**
 * What is to be done with one constraint or index.
 *
 * @param kind what
 * @param name the name that was asked for
 * @param there what the database has instead of it, or as it; empty if nothing
 * @param wanted what is to be there; empty if it is to be dropped
 */
record SchemaTask(Kind kind, String name, Optional<LiveElement> there, Optional<SchemaElement> wanted) {

    /** What is to be done. */
    enum Kind {
        /** Nothing: it is there. */
        PRESENT,
        /** Nothing: an equal one is there under another name. */
        OTHER_NAME,
        /** Nothing: it was to be dropped, and is not there. */
        ABSENT,
        /** It is made. */
        CREATE,
        /** An equal one is dropped, and it is made. */
        RENAME,
        /** It is an index that failed: it is dropped, and made again. */
        REMAKE,
        /** It is dropped. */
        DROP
    }

    /** The command that makes room. */
    Optional<String> drop() {
        return switch (kind) {
            case DROP, RENAME, REMAKE -> there.map(live -> live.element().dropCypher());
            case PRESENT, OTHER_NAME, ABSENT, CREATE -> Optional.empty();
        };
    }

    /** The command that makes it. */
    Optional<String> create() {
        return switch (kind) {
            case CREATE, RENAME, REMAKE -> wanted.map(SchemaElement::createCypher);
            case PRESENT, OTHER_NAME, ABSENT, DROP -> Optional.empty();
        };
    }

    /** What users should know of it, as a sentence; empty where all is as they think. */
    Optional<String> report() {
        String other = there.map(LiveElement::name).orElse("");
        return switch (kind) {
            case PRESENT, CREATE, DROP -> Optional.empty();
            case OTHER_NAME ->
                Optional.of("'%s' is there under the name '%s' and was left alone".formatted(name, other));
            case ABSENT -> Optional.of("'%s' was to be dropped and is not there".formatted(name));
            case RENAME -> Optional.of("'%s' gets the name '%s': it is dropped and made again".formatted(other, name));
            case REMAKE ->
                Optional.of("the index '%s' had failed (%s): it is dropped, and made again as '%s'"
                        .formatted(other, failure(), name));
        };
    }

    private String failure() {
        return there.flatMap(LiveElement::state).map(IndexState::failure).orElse("");
    }
}
