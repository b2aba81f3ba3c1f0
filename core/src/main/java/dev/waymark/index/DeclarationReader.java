package dev.waymark.index;

import dev.waymark.index.Complaints.Place;
import dev.waymark.revision.Label;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationValue;

/** Makes an index entry of a class that carries {@code @Revision}, and complains where that can't be. */
final class DeclarationReader {

    private final MigrationShape shape;
    private final SourceChecksums checksums;
    private final Complaints complaints;

    DeclarationReader(ProcessingEnvironment environment, Complaints complaints) {
        this.shape = new MigrationShape(environment.getTypeUtils(), environment.getOptions());
        this.checksums = SourceChecksums.of(environment);
        this.complaints = complaints;
    }

    /** {@return the entry, its digest still empty; nothing if a name in it is illegal} */
    Optional<IndexedRevision> read(Declaration declaration) {
        shape.flaws(declaration.type())
                .forEach(flaw -> complaints.error(
                        declaration,
                        "Class %s of revision '%s' %s.".formatted(declaration.className(), declaration.id(), flaw)));
        return info(declaration)
                .map(info -> new IndexedRevision(
                        info,
                        declaration.className(),
                        shape.kind(declaration.type()),
                        checksums.of(declaration.type(), declaration.annotation()),
                        ""));
    }

    private Optional<RevisionInfo> info(Declaration declaration) {
        List<RevisionId> ids = named(declaration, List.of(declaration.value("id")), RevisionId::new);
        List<RevisionId> revises = named(declaration, declaration.items("revises"), RevisionId::new);
        List<Label> labels = named(declaration, declaration.items("labels"), Label::new);
        boolean complete = !ids.isEmpty()
                && revises.size() == declaration.items("revises").size()
                && labels.size() == declaration.items("labels").size();
        if (!complete) {
            return Optional.empty();
        }
        return Optional.of(new RevisionInfo(
                ids.get(0),
                revises,
                declaration.text("message"),
                labels,
                declaration.texts("dependsOn"),
                Boolean.parseBoolean(declaration.text("transactional")),
                declaration.text("database")));
    }

    private <T> List<T> named(Declaration declaration, List<AnnotationValue> values, Function<String, T> constructor) {
        return values.stream()
                .flatMap(value -> named(declaration, value, constructor).stream())
                .toList();
    }

    private <T> Optional<T> named(Declaration declaration, AnnotationValue value, Function<String, T> constructor) {
        try {
            return Optional.of(constructor.apply(String.valueOf(value.getValue())));
        } catch (IllegalArgumentException illegal) {
            complaints.error(new Place(declaration, value), illegal.getMessage() + ".");
            return Optional.empty();
        }
    }
}
