package dev.waymark.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A connection whose messages to the server are noted.
 *
 * @param connection the connection
 * @param messages the texts of what was executed, one or several statements each
 */
record Overheard(Connection connection, List<String> messages) {

    static Overheard of(Connection connection) {
        List<String> messages = new ArrayList<>();
        return new Overheard(noting(Connection.class, connection, messages), messages);
    }

    private static <T> T noting(Class<T> type, T target, List<String> messages) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        messages.add(String.valueOf(arguments[0]));
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return result instanceof Statement statement
                                ? noting(Statement.class, statement, messages)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
