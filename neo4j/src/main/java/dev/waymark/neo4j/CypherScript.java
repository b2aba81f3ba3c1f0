package dev.waymark.neo4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The statements of a text, put together as they share stages.
 *
 * @param groups the groups, in order
 */
record CypherScript(List<Group> groups) {

    static CypherScript of(String text) {
        List<Group> groups = new ArrayList<>();
        for (String statement : CypherText.statements(text)) {
            StageKind kind = CypherText.kind(statement);
            boolean joins = kind != StageKind.BATCHED
                    && !groups.isEmpty()
                    && groups.get(groups.size() - 1).kind() == kind;
            if (!joins) {
                groups.add(new Group(kind, new ArrayList<>()));
            }
            groups.get(groups.size() - 1).statements().add(statement);
        }
        return new CypherScript(groups);
    }

    void runOn(CypherContext context) {
        for (Group group : groups) {
            switch (group.kind()) {
                case DATA -> group.statements().forEach(context::run);
                case SCHEMA -> context.schema().run(group.statements().toArray(String[]::new));
                case BATCHED -> group.statements().forEach(each -> context.inTransactions(each, Map.of()));
            }
        }
    }

    /**
     * Statements of one stage.
     *
     * @param kind the kind of the stage
     * @param statements the statements
     */
    record Group(StageKind kind, List<String> statements) {}
}
