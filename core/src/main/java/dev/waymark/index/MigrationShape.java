package dev.waymark.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Whether a class can be made an instance of, and which kind of migration it then is. */
final class MigrationShape {

    /** The compiler option that lets a class have any constructors. */
    static final String OPTION = "waymark.constructors";

    private static final String MIGRATION = "dev.waymark.migration.Migration";

    private final Types types;
    private final boolean anyConstructor;

    /**
     * Makes a judge of classes.
     *
     * @param types the compiler's types
     * @param options the compiler's options
     */
    MigrationShape(Types types, Map<String, String> options) {
        this.types = types;
        this.anyConstructor = "any".equals(options.get(OPTION));
    }

    /** {@return all that keeps Waymark from using the class, as ends of a sentence that begins with its name} */
    List<String> flaws(TypeElement type) {
        if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
            return List.of("is not a class");
        }
        List<String> flaws = new ArrayList<>();
        Set<Modifier> modifiers = type.getModifiers();
        if (modifiers.contains(Modifier.ABSTRACT)) {
            flaws.add("is abstract");
        }
        if (modifiers.contains(Modifier.PRIVATE)) {
            flaws.add("is private");
        } else if (!anyConstructor) {
            constructorFlaw(type).ifPresent(flaws::add);
        }
        if (type.getNestingKind() == NestingKind.MEMBER && !modifiers.contains(Modifier.STATIC)) {
            flaws.add("is an inner class: make it static");
        }
        kindFlaw(kinds(type)).ifPresent(flaws::add);
        return flaws;
    }

    /** {@return the name of the interface by which it is a migration} */
    String kind(TypeElement type) {
        return String.join(",", kinds(type));
    }

    private static Optional<String> constructorFlaw(TypeElement type) {
        Optional<ExecutableElement> constructor = ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(candidate -> candidate.getParameters().isEmpty())
                .findFirst();
        if (constructor.isEmpty()) {
            return Optional.of("has no constructor without parameters; one that the application makes"
                    + " (MigratorBuilder.making) needs -Awaymark.constructors=any");
        }
        return constructor.get().getModifiers().contains(Modifier.PRIVATE)
                ? Optional.of("has a private constructor")
                : Optional.empty();
    }

    private static Optional<String> kindFlaw(Set<String> kinds) {
        if (kinds.isEmpty()) {
            return Optional.of("is no migration: implement SqlMigration, CypherMigration or another kind");
        }
        return kinds.size() > 1
                ? Optional.of("is of two kinds, " + String.join(" and ", kinds) + ": choose one")
                : Optional.empty();
    }

    /** The supertypes that have Migration as a direct supertype, or Migration itself where the class has it. */
    private Set<String> kinds(TypeElement type) {
        Set<String> kinds = new TreeSet<>();
        for (TypeMirror parent : types.directSupertypes(type.asType())) {
            TypeElement supertype = (TypeElement) ((DeclaredType) parent).asElement();
            boolean isKind = isMigration(supertype) || extendsMigration(supertype);
            kinds.addAll(isKind ? Set.of(supertype.getQualifiedName().toString()) : kinds(supertype));
        }
        return kinds;
    }

    private boolean extendsMigration(TypeElement type) {
        return type.getKind() == ElementKind.INTERFACE
                && type.getInterfaces().stream().anyMatch(above -> isMigration((TypeElement) types.asElement(above)));
    }

    private static boolean isMigration(TypeElement type) {
        return type.getQualifiedName().contentEquals(MIGRATION);
    }
}
