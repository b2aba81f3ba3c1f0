package dev.waymark.index;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Writes the index of revisions, and fails the build where the revisions can't work. It takes two options:
 *
 * <ul>
 *   <li>{@code -Awaymark.forks=warn}: an unmerged fork is a warning.
 *   <li>{@code -Awaymark.constructors=any}: classes may lack a constructor without parameters; the application makes
 *       them.
 * </ul>
 */
public final class RevisionProcessor extends AbstractProcessor {

    private final Set<String> compiled = new HashSet<>();
    private final Set<String> revisions = new TreeSet<>();

    /** Made by the compiler. */
    public RevisionProcessor() {}

    /** All of them: a class that is no revision any more must leave the index. */
    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(ForkRule.OPTION, MigrationShape.OPTION);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        ElementFilter.typesIn(round.getRootElements()).forEach(type -> compiled.add(binaryName(type)));
        annotations.stream()
                .filter(annotation -> annotation.getQualifiedName().contentEquals(Declaration.ANNOTATION))
                .map(round::getElementsAnnotatedWith)
                .flatMap(Collection::stream)
                .forEach(this::remember);
        if (round.processingOver() && !round.errorRaised()) {
            new Compilation(processingEnv).finish(compiled, declarations());
        }
        return false;
    }

    /** Its name only: an element is not to be kept from one round to the next. */
    private void remember(Element element) {
        revisions.add(((TypeElement) element).getQualifiedName().toString());
    }

    private List<Declaration> declarations() {
        return revisions.stream()
                .map(processingEnv.getElementUtils()::getTypeElement)
                .filter(Objects::nonNull)
                .flatMap(type -> Declaration.of(type, processingEnv.getElementUtils()).stream())
                .toList();
    }

    private String binaryName(TypeElement type) {
        return processingEnv.getElementUtils().getBinaryName(type).toString();
    }
}
