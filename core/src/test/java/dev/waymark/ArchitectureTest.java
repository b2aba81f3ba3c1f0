package dev.waymark;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.waymark.error.MigrationException;
import dev.waymark.migration.Irreversible;
import java.util.List;
import java.util.stream.Stream;

/** The house: which package may know which. */
@AnalyzeClasses(packages = "dev.waymark", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.waymark";

    /** Bottom to top: each package may use those before it. */
    private static final List<String> PACKAGES = Stream.concat(
                    Stream.of(
                                    "json",
                                    "revision",
                                    "error",
                                    "graph",
                                    "plan",
                                    "schema",
                                    "diff",
                                    "hazard",
                                    "migration",
                                    "run",
                                    "session",
                                    "source",
                                    "postgres",
                                    "index",
                                    "autogenerate",
                                    "cli")
                            .map(name -> ROOT + "." + name),
                    Stream.of(ROOT))
            .toList();

    private static final String[] DATABASE_LIBRARIES = {"java.sql..", "javax.sql..", "org.jooq..", "org.postgresql.."};

    /** The annotation stands in the front door's package for its users, and the processor below reads it. */
    private static final DescribedPredicate<JavaClass> ANNOTATION = equivalentTo(Revision.class);

    /** Ends a recording early and is caught by it; no user ever sees it. */
    private static final String NOT_RECORDABLE = "dev.waymark.postgres.RecordingSqlContext$NotRecordableException";

    /** Tells a run that somebody else was faster; no user ever sees it. */
    private static final String OVERTAKEN = "dev.waymark.run.OvertakenException";

    @ArchTest
    static void everyPackageUsesThoseBelowItAlone(JavaClasses classes) {
        for (int at = 0; at < PACKAGES.size() - 1; at++) {
            String[] above = PACKAGES.subList(at + 1, PACKAGES.size()).toArray(String[]::new);
            boolean readsAnnotation = PACKAGES.get(at).equals(ROOT + ".index");
            noClasses()
                    .that()
                    .resideInAPackage(PACKAGES.get(at))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(above)
                            .and(readsAnnotation ? not(ANNOTATION) : DescribedPredicate.alwaysTrue()))
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    @ArchTest
    static final ArchRule everyPackageHasItsPlace =
            classes().should().resideInAnyPackage(PACKAGES.toArray(String[]::new));

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("dev.waymark.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule whatStandsBelowPostgresKnowsNoDatabaseLibrary = noClasses()
            .that()
            .resideInAnyPackage(
                    PACKAGES.subList(0, PACKAGES.indexOf(ROOT + ".postgres")).toArray(String[]::new))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DATABASE_LIBRARIES)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyTheJsonPackageKnowsJackson = noClasses()
            .that(not(resideInAPackage("dev.waymark.json")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule failuresBelongToOneFamily = classes()
            .that()
            .areAssignableTo(Throwable.class)
            .and()
            .doNotBelongToAnyOf(Irreversible.class)
            .and()
            .doNotHaveFullyQualifiedName(NOT_RECORDABLE)
            .and()
            .doNotHaveFullyQualifiedName(OVERTAKEN)
            .should()
            .beAssignableTo(MigrationException.class);

    @ArchTest
    static final ArchRule concreteClassesAreFinal = classes()
            .that()
            .areNotInterfaces()
            .and()
            .areNotAnonymousClasses()
            .and()
            .areNotEnums()
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .should()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule noStandardStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule noJavaUtilLogging = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
}
