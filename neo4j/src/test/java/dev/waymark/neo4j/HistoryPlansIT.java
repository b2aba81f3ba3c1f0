package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.run.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Session;
import org.neo4j.driver.summary.Plan;

/** How the server finds the nodes of a history. */
class HistoryPlansIT {

    private static final HistoryNames NAMES = HistoryNames.of(Settings.defaults());

    @RegisterExtension
    static final GraphServer SERVER = new GraphServer();

    @ParameterizedTest
    @ValueSource(strings = {HistoryCypher.APPLIED, HistoryCypher.LOG, HistoryCypher.STAGES, HistoryCypher.HEADS})
    void theyAreFoundByTheirKeysAndNotByScanningALabel(String cypher) {
        new HistorySetup(
                        new Access(SERVER.driver(), false, Optional.empty(), Optional.empty()),
                        NAMES,
                        Duration.ofSeconds(5))
                .ensure();

        assertThat(operators(NAMES.in(cypher)))
                .anyMatch(operator -> operator.contains("Seek"))
                .noneMatch(operator -> operator.contains("Scan"));
    }

    private static List<String> operators(String cypher) {
        try (Session session = SERVER.driver().session()) {
            List<String> operators = new ArrayList<>();
            collect(
                    session.run("EXPLAIN " + cypher, Map.of("target", "neo4j", "id", "001", "limit", 5))
                            .consume()
                            .plan(),
                    operators);
            return operators;
        }
    }

    private static void collect(Plan plan, List<String> operators) {
        operators.add(plan.operatorType());
        plan.children().forEach(child -> collect(child, operators));
    }
}
