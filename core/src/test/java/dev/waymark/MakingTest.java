package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.error.StepFailedException;
import dev.waymark.run.InMemoryDatabase;
import dev.waymark.run.InMemoryDatabase.WordMigration;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration of the index may need what only the application has. */
class MakingTest {

    private final InMemoryDatabase database = new InMemoryDatabase("");

    @TempDir
    Path classes;

    @BeforeEach
    void anIndexOfOneRevision() throws IOException {
        Path index = classes.resolve("META-INF/waymark/revisions");
        Files.createDirectories(index.getParent());
        Files.writeString(index, """
                waymark-index 1
                head 001 digest
                body 999
                revision\tid=001\tclass=%s\tkind=%s\ttransactional=true\tdigest=digest
                """.formatted(Greeting.class.getName(), WordMigration.class.getName()));
    }

    @Test
    void theApplicationMakesIt() throws IOException {
        try (URLClassLoader loader = loader()) {
            Migrator.on(database)
                    .classLoader(loader)
                    .making(Greeting.class, () -> new Greeting("hello"))
                    .build()
                    .upgrade();
        }

        assertThat(database.words()).containsExactly("hello");
    }

    @Test
    void otherwiseItNeedsAConstructorWithoutParameters() throws IOException {
        try (URLClassLoader loader = loader()) {
            Migrator migrator = Migrator.on(database).classLoader(loader).build();

            assertThatThrownBy(migrator::upgrade)
                    .isInstanceOf(StepFailedException.class)
                    .hasMessageContaining(
                            "has no constructor without parameters, and MigratorBuilder.making was not told"
                                    + " how it is made");
        }
    }

    @Test
    void whatTheApplicationCanNotMakeIsSaid() throws IOException {
        try (URLClassLoader loader = loader()) {
            Migrator migrator = Migrator.on(database)
                    .classLoader(loader)
                    .making(Greeting.class, () -> {
                        throw new IllegalStateException("no greeting today");
                    })
                    .build();

            assertThatThrownBy(migrator::upgrade)
                    .isInstanceOf(StepFailedException.class)
                    .hasMessageContaining("Class dev.waymark.MakingTest$Greeting of revision '001' can't be made by the"
                            + " application: java.lang.IllegalStateException: no greeting today.");
        }
    }

    private URLClassLoader loader() throws IOException {
        return new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
    }

    private record Greeting(String word) implements WordMigration {

        @Override
        public void up(Set<String> words) {
            words.add(word);
        }

        @Override
        public void down(Set<String> words) {
            words.remove(word);
        }
    }
}
