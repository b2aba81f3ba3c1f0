package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.SqlSteps.Albums;
import dev.waymark.SqlSteps.Artists;
import dev.waymark.postgres.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** An application start with nothing to do costs one query. */
class FastPathIT {

    private final TestDatabase database = TestDatabase.create();
    private final List<String> calls = new ArrayList<>();

    @Test
    void nothingToDoIsOneStatementAndNoTransaction() {
        Migrator migrator = Migrator.postgres(watched(database.dataSource()))
                .revisions(new Artists(), new Albums())
                .build();
        migrator.upgrade();
        calls.clear();

        migrator.upgrade();

        assertThat(calls.stream().filter(call -> call.contains("Statement"))).hasSize(1);
        assertThat(calls).noneMatch(call -> call.equals("commit") || call.equals("setAutoCommit(false)"));
    }

    private DataSource watched(DataSource dataSource) {
        return proxy(DataSource.class, dataSource);
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    calls.add(method.getName()
                            + (arguments != null && arguments.length == 1 ? Arrays.toString(arguments) : "")
                                    .replace('[', '(')
                                    .replace(']', ')'));
                    try {
                        Object result = method.invoke(target, arguments);
                        return method.getName().equals("getConnection") && result instanceof Connection connection
                                ? proxy(Connection.class, connection)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
