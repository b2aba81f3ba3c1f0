package dev.waymark.index;

import dev.waymark.error.InvalidMigrationsException;
import dev.waymark.error.InvalidMigrationsException.Kind;
import dev.waymark.error.InvalidMigrationsException.Problem;
import dev.waymark.migration.Migration;
import dev.waymark.revision.RevisionId;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one place where a class is loaded by its name. */
final class MigrationClass {

    private MigrationClass() {}

    static Migration<?> newInstance(RevisionId id, String name, ClassLoader loader) {
        try {
            return construct(id, name, loader);
        } catch (ClassNotFoundException missing) {
            throw unusable(id, name, "is in the index but not on the class path", missing);
        } catch (NoSuchMethodException missing) {
            throw unusable(
                    id,
                    name,
                    "has no constructor without parameters, and MigratorBuilder.making was not told how it is made",
                    missing);
        } catch (InstantiationException isAbstract) {
            throw unusable(id, name, "is abstract", isAbstract);
        } catch (IllegalAccessException | InaccessibleObjectException closed) {
            throw unusable(
                    id, name, "is closed to Waymark: its module must open its package to dev.waymark.core", closed);
        } catch (InvocationTargetException thrown) {
            Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
            throw unusable(id, name, "can't be constructed: " + cause, cause);
        } catch (LinkageError broken) {
            throw unusable(id, name, "can't be loaded: " + broken, broken);
        }
    }

    private static Migration<?> construct(RevisionId id, String name, ClassLoader loader)
            throws ClassNotFoundException, NoSuchMethodException, InstantiationException, IllegalAccessException,
                    InvocationTargetException {
        Constructor<?> constructor = Class.forName(name, true, loader).getDeclaredConstructor();
        constructor.setAccessible(true);
        Object instance = constructor.newInstance();
        if (instance instanceof Migration<?> migration) {
            return migration;
        }
        throw unusable(id, name, "does not implement dev.waymark.migration.Migration of this class loader", null);
    }

    private static InvalidMigrationsException unusable(
            RevisionId id, String name, String why, @Nullable Throwable cause) {
        return new InvalidMigrationsException(
                List.of(new Problem(
                        Kind.UNUSABLE_CLASS, id.value(), "Class %s of revision '%s' %s.".formatted(name, id, why))),
                cause);
    }
}
