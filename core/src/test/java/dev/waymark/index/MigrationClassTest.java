package dev.waymark.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.error.InvalidMigrationsException;
import dev.waymark.migration.Migration;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The class of a revision is loaded by its name when its step is about to run, not before. */
class MigrationClassTest {

    @Test
    void aPackagePrivateConstructorIsEnough() {
        assertThat(newInstance(Sound.class.getName())).isInstanceOf(Sound.class);
    }

    @Test
    void aClassThatIsGone() {
        assertUnusable("app.Gone", "is in the index but not on the class path", ClassNotFoundException.class);
    }

    @Test
    void aConstructorWithParameters() {
        assertUnusable(
                Needy.class.getName(),
                "has no constructor without parameters, and MigratorBuilder.making was not told how it is made",
                NoSuchMethodException.class);
    }

    @Test
    void anAbstractClass() {
        assertUnusable(Abstract.class.getName(), "is abstract", InstantiationException.class);
    }

    @Test
    void aConstructorThatThrows() {
        assertUnusable(
                Throwing.class.getName(),
                "can't be constructed: java.lang.IllegalStateException: not today",
                IllegalStateException.class);
    }

    @Test
    void aClassThatDoesNotLoad() {
        assertUnusable(
                Unloadable.class.getName(),
                "can't be loaded: java.lang.ExceptionInInitializerError",
                ExceptionInInitializerError.class);
    }

    @Test
    void aClassThatIsNoMigration() {
        assertThatThrownBy(() -> newInstance(String.class.getName()))
                .isInstanceOf(InvalidMigrationsException.class)
                .hasMessage(message(
                        String.class.getName(),
                        "does not implement dev.waymark.migration.Migration of this class loader"))
                .hasNoCause();
    }

    private static void assertUnusable(String className, String why, Class<? extends Throwable> cause) {
        assertThatThrownBy(() -> newInstance(className))
                .isInstanceOf(InvalidMigrationsException.class)
                .hasMessage(message(className, why))
                .hasCauseInstanceOf(cause);
    }

    private static String message(String className, String why) {
        return """
               The migrations can't be used:
                 Class %s of revision '001' %s.
               The database was not touched.
               To fix this: correct the named migrations and build again.""".formatted(className, why);
    }

    private static Migration<?> newInstance(String className) {
        RevisionInfo info = new RevisionInfo(new RevisionId("001"), List.of(), "", List.of(), List.of(), true, "");
        return new IndexedRevision(info, className, "Kind", Optional.empty(), "")
                .newInstance(MigrationClassTest.class.getClassLoader());
    }

    static class Sound implements Migration<String> {

        Sound() {}

        @Override
        public void up(String context) {}

        @Override
        public void down(String context) {}
    }

    static final class Needy extends Sound {

        Needy(int number) {
            super();
        }
    }

    abstract static class Abstract extends Sound {

        Abstract() {}
    }

    static final class Throwing extends Sound {

        Throwing() {
            throw new IllegalStateException("not today");
        }
    }

    static final class Unloadable extends Sound {

        static final int NUMBER = Integer.parseInt(new String("none"));
    }
}
