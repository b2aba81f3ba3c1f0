package dev.waymark.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

class EmbeddedNeo4jTest {

    @Test
    void withoutTheServerOnTheClassPathTheMessageNamesWhatIsMissing() throws IOException, ReflectiveOperationException {
        URL testkit = EmbeddedNeo4j.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader bare = new URLClassLoader(new URL[] {testkit}, ClassLoader.getPlatformClassLoader())) {
            Method start = bare.loadClass(EmbeddedNeo4j.class.getName()).getMethod("start");

            Throwable thrown = catchThrowable(() -> start.invoke(null));

            assertThat(thrown)
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "An embedded Neo4j needs org.neo4j:neo4j on the class path, with Java 17 for 5.26 and Java 21"
                                    + " for newer ones. Add it as a test dependency.");
        }
    }
}
